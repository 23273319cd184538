import 'server-only';
import { crc32, deflateRawSync } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import * as z from 'zod';
import type { Db } from '@/db/client';
import { bodyOfPart, jobById, partsOfJob } from '@/db/jobs';
import { roundById } from '@/db/rounds';
import type { Job } from '@/db/schema';
import type { ActorContext } from '../context';
import { done, failed, type Result } from '../errors';
import { archiveIndex } from './archive-index';

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
  const date = row.createdAt.toISOString().slice(0, 10);
  return done({ chunks: zipped(entriesOf(db, row)), nameParts: [org.name, round.title, 'reports', date] });
}

/** A file as it goes into an archive: deflated, with size and checksum of what it was. */
type Entry = { name: string; deflated: Uint8Array; size: number; crc: number; at: Date };

async function* entriesOf(db: Db, { orgId, id, createdAt: at }: Job): AsyncGenerator<Entry> {
  const parts = await partsOfJob(db, orgId, id);
  const index = Buffer.from(archiveIndex(parts));
  yield { name: 'index.csv', deflated: deflateRawSync(index), size: index.length, crc: crc32(index), at };
  for (const { position, status, file, check } of parts) {
    if (status !== 'done' || file === null || check === null) continue;
    const body = await bodyOfPart(db, orgId, id, position);
    // Half an archive must not pass for a whole one: the download breaks off.
    if (body === undefined) throw new Error(`part ${position} of job ${id} is gone`);
    yield { name: file, deflated: Buffer.from(body, 'base64'), ...check, at };
  }
}

/** No file is deflated twice: the archive is framed around what is stored. */
async function* zipped(entries: AsyncIterable<Entry>): AsyncGenerator<Uint8Array> {
  let chunks: Uint8Array[] = [];
  const taken = () => {
    const those = chunks;
    chunks = [];
    return those;
  };
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    chunks.push(chunk);
  });
  for await (const { name, deflated, size, crc, at } of entries) {
    const file: ZipInputFile = { filename: name, size, crc, compression: DEFLATE, mtime: at };
    zip.add(file);
    file.ondata?.(null, new Uint8Array(deflated), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}

const DEFLATE = 8;
