import 'server-only';
import * as z from 'zod';
import type { Db } from '@/db/client';
import { bodyOfPart, jobById, partsOfJob } from '@/db/jobs';
import { roundById } from '@/db/rounds';
import type { Job } from '@/db/schema/jobs';
import type { ActorContext } from '../context';
import { done, failed, type Result } from '../errors';
import { zipEntry, zipped, type ZipEntry } from '../zip';
import { archiveIndex } from './archive-index';
import { dayOf } from '../domain/calendar';

export const archiveInput = z.object({ org: z.string(), round: z.string(), job: z.string() });

export type Archive = { chunks: AsyncGenerator<Uint8Array>; nameParts: string[] };

type ArchiveContext = ActorContext & { org: { name: string } };

/** The archive of a job that is done, read from the database file by file while it is sent. */
export async function archiveOf(
  { db, actor, org, now }: ArchiveContext,
  { round: id, job }: Pick<z.output<typeof archiveInput>, 'round' | 'job'>,
): Promise<Result<Archive>> {
  const [row, round] = await Promise.all([jobById(db, actor.orgId, job), roundById(db, actor.orgId, id)]);
  const gone = row === undefined || row.status === 'cancelled' || (row.expiresAt ?? now) < now;
  if (gone || round === undefined || row.subject !== id)
    return failed(
      'not-found',
      'There is no such archive any more. Ask for it again on the page of the round.',
    );
  if (row.status !== 'done')
    return failed('invalid', 'This archive is not ready. The page of the round says how far it is.');
  const date = dayOf(row.createdAt);
  return done({ chunks: zipped(entriesOf(db, row)), nameParts: [org.name, round.title, 'reports', date] });
}

async function* entriesOf(db: Db, { orgId, id, createdAt: at }: Job): AsyncGenerator<ZipEntry> {
  const parts = await partsOfJob(db, orgId, id);
  yield zipEntry('index.csv', Buffer.from(archiveIndex(parts)), at);
  for (const { position, status, file, check } of parts) {
    if (status !== 'done' || file === null || check === null) continue;
    const body = await bodyOfPart(db, orgId, id, position);
    // Half an archive must not pass for a whole one: the download breaks off.
    if (body === undefined) throw new Error(`part ${position} of job ${id} is gone`);
    yield { name: file, deflated: Buffer.from(body, 'base64'), ...check, at };
  }
}
