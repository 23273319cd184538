import 'server-only';
import * as z from 'zod';
import { LEFT_TABLES, type Moved, type Row } from '@/db/moved-tables';
import { movedRows, movedSize } from '@/db/moving';
import { commit } from '@/db/commit';
import type { Org } from '@/db/schema/orgs';
import { editionRow } from '../assessments/editions';
import { sealOldLines } from '../audit/seal-old-lines';
import { audited } from '../audited';
import type { Context } from '../context';
import { done, failed, type Result } from '../errors';
import { version } from '../version';
import { zipEntry, zipped, type ZipEntry } from '../zip';
import { FILE_NAMES, FORMAT, MANIFEST, MOST, fileOf, sha256Of, type Manifest } from './archive-format';
import { dayOf } from '../domain/calendar';

export const exportOrgInput = z.object({ org: z.string() });

export type OrgArchive = { chunks: AsyncGenerator<Uint8Array>; nameParts: string[] };

type Exporter = Context & {
  actor: { orgId: string; userId: string | null };
  org: Pick<Org, 'id' | 'slug' | 'name'>;
};

/**
 * Everything that an organisation has as one archive (docs/archive-format.md), as it is at one moment. The log that comes along ends with
 * the line that it was taken.
 */
export async function exportOrg(ctx: Exporter): Promise<Result<OrgArchive>> {
  const { db, org, now } = ctx;
  await sealOldLines(ctx);
  const { rows, characters } = await movedSize(db, org.id);
  if (rows > MOST.rows)
    return failed(
      'invalid',
      `${org.name} has ${rows.toLocaleString('en')} rows, and an archive holds at most ${MOST.rows.toLocaleString('en')}. Move the database as a whole.`,
    );
  // Told before any of it is read: of 10,000 teams that took half a minute and 3.5 GB.
  if (characters > MOST.bytes) return tooLarge(org);
  await commit(db, (tx) => [audited(ctx, tx, 'org.export', org.id)]);
  const written = writtenFiles(ctx, await movedRows(db, org.id));
  if (written === null) return tooLarge(org);
  return done({ chunks: zipped(entriesOf(ctx, written)), nameParts: [org.name, 'everything', dayOf(now)] });
}

const tooLarge = ({ name }: Exporter['org']): Result<never> =>
  failed(
    'invalid',
    `The files of ${name} have more than ${MOST.bytes.toLocaleString('en')} bytes together, which no archive holds. Move the database as a whole.`,
  );

type Written = { files: { name: string; bytes: Uint8Array; rows: number }[]; editions: Manifest['editions'] };

/** Each table as JSON, an object a line; nothing where they are more than an archive holds. */
function writtenFiles({ content, org }: Exporter, moved: Moved): Written | null {
  const all = { ...moved, membership: ofThisOrgOnly(moved.membership, org.id) };
  const todays = editionRow(content);
  const begunToday = moved.assessment.some(({ edition }) => edition === todays.hash);
  // Today's content is kept when the first assessment is finished by it; a draft needs it there before that.
  if (begunToday && !moved.edition.some(({ hash }) => hash === todays.hash))
    all.edition = [...moved.edition, todays];
  const files: Written['files'] = [];
  let total = 0;
  for (const name of FILE_NAMES) {
    const lines: string[] = [];
    for (const row of all[name]) {
      const line = `${JSON.stringify(row)}\n`;
      lines.push(line);
      total += line.length;
      if (total > MOST.bytes) return null;
    }
    files.push({ name: fileOf(name), bytes: Buffer.from(lines.join('')), rows: lines.length });
  }
  return { files, editions: all.edition.map(({ hash, version }) => ({ hash, version })) };
}

/** For whom a consultant works here is another organisation, which does not come along. */
const ofThisOrgOnly = (rows: readonly Row[], orgId: string): Row[] =>
  rows.map((row) => (row['firmId'] === orgId ? row : { ...row, firmId: null }));

async function* entriesOf({ now, org }: Exporter, { files, editions }: Written): AsyncGenerator<ZipEntry> {
  const listed: Manifest['files'] = [];
  for (const { name, bytes, rows } of files) {
    listed.push({ file: name, rows, bytes: bytes.length, sha256: sha256Of(bytes) });
    yield zipEntry(name, bytes, now);
  }
  const manifest: Manifest = {
    ...{ rungs: 'organisation', format: FORMAT, version: version().version, exportedAt: now.toISOString() },
    org: { id: org.id, slug: org.slug, name: org.name },
    ...{ editions, files: listed, left: { ...LEFT_TABLES } },
  };
  yield zipEntry(MANIFEST, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), now);
}
