import { allOrgs } from '@/db/audit-keeping';
import type { Db } from '@/db/client';
import { LEFT_TABLES, MOVED_TABLES, SHARED_TABLES } from '@/db/moved-tables';
import { tables } from '@/db/tables';
import { freshDb } from '@/db/testing';
import { finishedWorld } from '../assessments/testing';
import { verifyAudit } from '../audit/verify-audit';
import { contextOf } from '../testing';
import { FILE_NAMES, MANIFEST, fileOf } from './archive-format';
import { importOrg } from './import-org';
import { archiveOf, asFile, linesOf, tampered, type Line } from './testing';

const here = freshDb();
const there = freshDb();

let made: Promise<Uint8Array> | undefined;

/** Made once: every test changes its own copy. */
const archive = (): Promise<Uint8Array> => (made ??= make());

async function make(): Promise<Uint8Array> {
  const { org } = await finishedWorld(here.db, {});
  return archiveOf(here.db, org.slug, 60);
}

const bring = async (bytes: Uint8Array, db: Db = there.db) =>
  importOrg(contextOf(db, { user: { id: 'u' }, org: { id: 'o' } }), bytes);

async function expectRefused(bytes: Uint8Array, message: string | RegExp) {
  expect(await bring(bytes)).toMatchObject({
    ok: false,
    message: typeof message === 'string' ? message : expect.stringMatching(message),
  });
  expect(await allOrgs(there.db)).toEqual([]);
}

/** With one line of a file changed, and the checksums with it. */
const changed = (bytes: Uint8Array, file: string, change: (line: Line) => Line): Uint8Array =>
  tampered(bytes, (files) => {
    const [first, ...others] = linesOf(bytes, file);
    files[file] = asFile([change(first ?? {}), ...others]);
  });

test('every table of the database moves, is shared, or stays behind for a reason', () => {
  const isTable = Symbol.for('drizzle:IsDrizzleTable');
  const names = Object.values(tables).flatMap((each) =>
    typeof each === 'object' && isTable in each
      ? [(each as unknown as Record<symbol, string>)[Symbol.for('drizzle:Name')]]
      : [],
  );
  const told = [...Object.keys(MOVED_TABLES), ...Object.keys(LEFT_TABLES), ...Object.keys(SHARED_TABLES)];
  expect(names.length).toBeGreaterThan(30);
  expect(new Set(told)).toEqual(new Set(names));
  expect(told).toHaveLength(names.length);
  for (const why of Object.values(LEFT_TABLES)) expect(why).toMatch(/^[a-z].{10,}[^.]$/);
});

test('a byte that changed on the way is noticed in every file, and nothing is imported', async () => {
  const bytes = await archive();
  for (const name of FILE_NAMES) {
    const file = fileOf(name);
    const altered = tampered(
      bytes,
      (files) => (files[file] = Buffer.concat([files[file] ?? new Uint8Array(), Buffer.from(' ')])),
      { sealed: false },
    );
    await expectRefused(altered, `${file} is not as it was written: its checksum differs.`);
  }
});

test('a file that is missing, too many or cut off is named', async () => {
  const bytes = await archive();
  const without = (file: string) =>
    tampered(bytes, (files) => Reflect.deleteProperty(files, file), { sealed: false });
  for (const name of FILE_NAMES)
    await expectRefused(without(fileOf(name)), `${fileOf(name)} is missing from the archive.`);
  await expectRefused(without(MANIFEST), /has no manifest\.json/);
  const more = tampered(bytes, (files) => (files['session.jsonl'] = new Uint8Array()));
  await expectRefused(more, 'The archive holds session.jsonl, which does not belong into it.');
  await expectRefused(bytes.subarray(0, bytes.length - 200), /damaged or cut off/);
  await expectRefused(Buffer.from('a letter'), /no archive of an organisation/);
  const cut = tampered(bytes, (files) => {
    const [line = {}] = linesOf(bytes, 'team.jsonl');
    files['team.jsonl'] = asFile([line]).subarray(0, -1);
  });
  await expectRefused(cut, 'team.jsonl is cut off within its last line.');
});

test('an archive of a newer format is left to a newer version', async () => {
  const newer = tampered(await archive(), (_files, manifest) => Object.assign(manifest, { format: 2 }));
  await expectRefused(newer, /format 2.*reads formats up to 1/);
});

test('a row of another organisation is refused in every table that has one', async () => {
  const bytes = await archive();
  let tried = 0;
  for (const name of FILE_NAMES) {
    const [line] = linesOf(bytes, fileOf(name));
    if (line?.['orgId'] === undefined) continue;
    tried += 1;
    const foreign = changed(bytes, fileOf(name), (row) => ({ ...row, orgId: 'another' }));
    await expectRefused(foreign, `${fileOf(name)}, line 1: belongs to another organisation.`);
  }
  expect(tried).toBeGreaterThan(8);
});

test.each([
  ['assessment', 'teamId', 'team'],
  ['assessment', 'createdBy', 'user'],
  ['answer', 'assessmentId', 'assessment'],
  ['score', 'assessmentId', 'assessment'],
  ['frozen', 'edition', 'edition'],
  ['membership', 'firmId', 'org'],
  ['team', 'parentId', 'team'],
])('%s.%s to a row outside the archive is refused', async (name, key, table) => {
  const outside = changed(await archive(), fileOf(name), (row) => ({ ...row, [key]: 'outside' }));
  await expectRefused(
    outside,
    new RegExp(String.raw`^${name}\.jsonl, line 1: \w+ points to a row that is not in ${table}\.jsonl\.$`),
  );
});

test.each<[string, (line: Line) => Line, RegExp]>([
  ['team', (line) => ({ ...line, name: 7 }), /line 1: name is not a text/],
  ['team', (line) => ({ ...line, name: null }), /line 1: name is missing/],
  ['team', (line) => ({ ...line, name: 'a\u0000b' }), /line 1: holds the character U\+0000/],
  ['team', (line) => ({ ...line, parentId: line['id'] }), /below each other in a circle/],
  ['team', (line) => ({ ...line, createdAt: 'soon' }), /line 1: createdAt is not a time/],
  ['assessment', (line) => ({ ...line, status: 'secret' }), /line 1: status is secret, and one of draft/],
  ['assessment', (line) => ({ ...line, version: 1.5 }), /line 1: version is not a whole number/],
  ['user', (line) => ({ ...line, passwordHash: 'mine' }), /line 1: there is no column passwordHash/],
  ['user', (line) => ({ ...line, email: 'nobody' }), /line 1: email is not an address/],
  ['edition', (line) => ({ ...line, content: 'eJyrrgUAAXUA+Q==' }), /line 1: the content is not the one/],
])('%s: a line that says something else is named', async (name, change, message) => {
  await expectRefused(changed(await archive(), fileOf(name), change), message);
});

test('a log that was altered on the way is imported as it is, and does not hold', async () => {
  const bytes = changed(await archive(), 'audit_line.jsonl', (line) => ({ ...line, action: 'team.remove' }));
  const brought = await bring(bytes);
  expect(brought).toMatchObject({ ok: true });
  const [org] = await allOrgs(there.db);
  expect(await verifyAudit(there.db, org?.id ?? '')).toMatchObject({ fault: { kind: 'altered', seq: 1 } });
});
