import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { databaseUrl, isPostgres } from '@/db/dialect';
import { inFile, onServer } from '@/db/testing';

/** The command in processes of its own, with real files and a real PostgreSQL, as an operator runs it. */

const folder = mkdtempSync(path.join(tmpdir(), 'rungs-copy-'));
const demo = `file:${path.join(folder, 'demo.db')}`;
const made: string[] = [];

const file = (name: string): string => `file:${path.join(folder, name)}`;

/** An empty database of the engine under test. */
async function emptyDatabase(): Promise<string> {
  const name = `rungs_copy_${randomUUID().replaceAll('-', '')}`;
  if (!isPostgres) return file(`${name}.db`);
  await onServer(`create database ${name} template template0`);
  made.push(name);
  return Object.assign(new URL(databaseUrl), { pathname: `/${name}` }).href;
}

const NODE = ['--conditions=react-server', '--import', 'tsx'];
const MAIN = [...NODE, 'lib/cli/main.ts'];
const env = (DATABASE_URL = '') => ({
  ...{ ...process.env, NODE_OPTIONS: '', DATABASE_URL },
  ...{ NEXTAUTH_URL: 'https://rungs.example', NEXTAUTH_SECRET: 'of the tests, forty characters or longer' },
});

function run(args: string[], url?: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: env(url),
    maxBuffer: 1e9,
  });
  return { status, out: stdout.trim(), err: stderr.trim() };
}

const rungs = (...args: string[]) => run([...MAIN, ...args]);
const copy = (from: string, to: string) => rungs('db', 'copy', '--from', from, '--to', to);

/** The lines of the table that it prints, which name each table with its rows and checksum. */
const sums = ({ out }: { out: string }): string[] => out.split('\n').slice(1, -1);

beforeAll(() => {
  const { status, err } = run([...NODE, 'lib/dev/seed-demo.ts'], demo);
  if (status !== 0) throw new Error(err);
  // What JSON and texts may hold, and a team that stands before the one above it.
  const place = path.join(folder, 'demo.db');
  const hard = JSON.stringify('\u2028 “Ünï” \\ "x" 🜁 \n\t');
  inFile(place, `update answer set note = json_extract('${hard}', '$') where capability = 'rollback'`);
  inFile(
    place,
    "insert into team (id, org_id, slug, name, created_at, version) values ('zz', 'harbour-bank', 'zz', 'Zz', -1, 1)",
  );
  inFile(place, "update team set parent_id = 'zz' where id = 'fraud-scoring'");
  inFile(
    place,
    "insert into session (id, user_id, created_at, expires_at) values ('s', 'ben', 1, 4102444800123)",
  );
}, 60_000);

afterAll(async () => {
  rmSync(folder, { recursive: true });
  for (const name of made) await onServer(`drop database ${name} with (force)`);
});

/** What two databases say of finished, issued and unfinished work, as the application reads it. */
function reports(url: string): string {
  const at = (module: string) => JSON.stringify(pathToFileURL(path.resolve(module)).href);
  const script = path.join(folder, 'reports.mjs');
  writeFileSync(
    script,
    `
    const { canonical } = await import(${at('lib/domain/content.ts')});
    const { newContext } = await import(${at('lib/context.ts')});
    const { fileOfReport } = await import(${at('lib/reports/report-file.ts')});
    const { reportOf } = await import(${at('lib/assessments/report-of.ts')});
    const { assessmentsOfOrg } = await import(${at('db/assessments.ts')});
    const { issuesOfReports } = await import(${at('db/reports.ts')});
    const actor = { userId: 'noor', orgId: 'harbour-bank', role: 'owner' };
    const ctx = { ...newContext(), now: new Date('2027-01-01T00:00:00Z'), actor, org: { name: 'Harbour Bank' } };
    const id = 'fraud-scoring-q4-2026';
    const wanted = { id, report: 'fraud-scoring-report', format: 'json', paper: 'a4' };
    for (const { id: issue } of await issuesOfReports(ctx.db, 'harbour-bank', [wanted.report]))
      console.log((await fileOfReport(ctx, { ...wanted, issue })).value.file);
    // What is computed anew has the keys of JSON in the order of the engine.
    console.log(canonical(JSON.parse((await fileOfReport(ctx, wanted)).value.file)));
    for (const { id } of (await assessmentsOfOrg(ctx.db, 'harbour-bank')).toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      const { loaded, report } = await reportOf(ctx, id, 'Harbour Bank');
      console.log((loaded.frozen === null ? canonical : JSON.stringify)(report));
    }`,
  );
  const { status, out, err } = run([...NODE, script], url);
  if (status !== 0) throw new Error(err);
  return out;
}

test('an installation goes to the engine and back, each row the same, and its reports are the same bytes', async () => {
  const [there, back] = [await emptyDatabase(), file('back.db')];
  const outward = copy(demo, there);
  expect([outward.status, outward.err]).toEqual([0, '']);
  expect(sums(outward).every((line) => line.endsWith('yes'))).toBe(true);
  expect(sums(outward)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^answer +3,312 +[0-9a-f]{16} +yes$/)]),
  );
  expect(outward.out).toMatch(/\nAll 4,\d{3} rows are there, as they were at 2\d{3}-[\d:.T-]+Z\./);
  const homeward = copy(there, back);
  expect([homeward.status, homeward.err]).toEqual([0, '']);
  expect(sums(homeward)).toEqual(sums(outward));

  const [first, second, third] = [demo, there, back].map(reports);
  expect(first?.length).toBeGreaterThan(1_000_000);
  expect(second === first).toBe(true);
  expect(third === first).toBe(true);
  const log = run([...MAIN, 'audit', 'verify'], there);
  expect([log.status, log.err, log.out.split('\n').filter((line) => /^[a-z-]+$/.test(line))]).toEqual([
    ...[0, ''],
    ['harbour-bank', 'northgate-advisory', 'public-projects'].map((slug) => expect.stringMatching(slug)),
  ]);
}, 180_000);

test('what is there already is refused by name, and left as it is', async () => {
  const there = await emptyDatabase();
  expect(copy(demo, there).status).toBe(0);
  const again = copy(demo, there);
  expect([again.status, again.out]).toEqual([2, '']);
  expect(again.err).toMatch(/^--to .*: it is not empty: there are rows in \w+\. Name an empty database$/);
  expect(again.err).not.toContain('password');
  expect(copy(there, there)).toEqual({ status: 2, out: '', err: '--from and --to are the same database' });
  const other = file('other.db');
  inFile(path.join(folder, 'other.db'), 'create table recipe (name text)');
  expect(copy(there, other).err).toBe(
    `--to ${other}: it is not empty: there is a table recipe in it. Name an empty database`,
  );
}, 120_000);

/** A copy of the demo with so much in it that it is under way for seconds. */
function largeSource(): string {
  const large = path.join(folder, 'large.db');
  copyFileSync(path.join(folder, 'demo.db'), large);
  inFile(
    large,
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < 400000)
     insert into audit_line (org_id, seq, at, action, resource_id, detail, hash)
     select 'harbour-bank', 1000 + i, 0, 'x', 'x', hex(randomblob(60)), 'x' from n`,
  );
  return `file:${large}`;
}

test('a copy that is cut off on either side leaves nothing, and the next one goes through', async () => {
  const [there, large] = [await emptyDatabase(), largeSource()];
  for (const killed of ['the command', 'the process that writes']) {
    const running = spawn(process.execPath, [...MAIN, 'db', 'copy', '--from', large, '--to', there], {
      env: env(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const [ended, said] = [once(running, 'exit'), text(running.stderr)];
    const writer = () => Number(spawnSync('pgrep', ['-P', String(running.pid)], { encoding: 'utf8' }).stdout);
    while (writer() === 0) await setTimeout(50);
    await setTimeout(2_000);
    expect(running.exitCode).toBeNull();
    process.kill(killed === 'the command' ? (running.pid ?? 0) : writer(), 'SIGKILL');
    const [code] = await ended;
    if (killed === 'the command') continue;
    expect([code, await said]).toEqual([
      2,
      expect.stringMatching(
        /^--to .*: the process that wrote ended before it was done, and nothing is there\. Run the command again\n$/,
      ),
    ]);
  }
  const again = copy(demo, there);
  expect([again.status, again.err]).toEqual([0, '']);
}, 180_000);

test('a row that the target refuses is named, and nothing is kept', async () => {
  const there = await emptyDatabase();
  const broken = path.join(folder, 'broken.db');
  copyFileSync(path.join(folder, 'demo.db'), broken);
  const row = "assessment_id = 'fraud-scoring-q4-2026' and capability = 'rollback'";
  // PostgreSQL takes no zero in a text; SQLite takes everything, so there it is the source that holds no row of Rungs.
  inFile(broken, `update answer set ${isPostgres ? 'note = char(0)' : "version = 'two'"} where ${row}`);
  const { status, out, err } = copy(`file:${broken}`, there);
  expect([status, out]).toEqual([2, '']);
  expect(err).toMatch(
    isPostgres
      ? /^--to .*: the row answer assessment_id=fraud-scoring-q4-2026, capability=rollback is refused: .*0x00/
      : /^--from .*broken\.db: answer: version holds no number/,
  );
  expect(copy(demo, there).status).toBe(0);
}, 120_000);

test('a source of another version is refused by what to do', async () => {
  const there = await emptyDatabase();
  const newest = '(select max(created_at) from __drizzle_migrations)';
  for (const [name, change, said] of [
    [
      'older',
      `delete from __drizzle_migrations where created_at = ${newest}`,
      /: .*earlier version; upgrade it first: npm run db:migrate$/,
    ],
    [
      'newer',
      "insert into __drizzle_migrations (hash, created_at) values ('x', 9999999999999)",
      /newer than this version/,
    ],
    ['foreign', 'update __drizzle_migrations set created_at = 1', /migrated by another program/],
  ] as const) {
    copyFileSync(path.join(folder, 'demo.db'), path.join(folder, `${name}.db`));
    inFile(path.join(folder, `${name}.db`), change);
    const before = readFileSync(path.join(folder, `${name}.db`));
    const { status, err } = copy(file(`${name}.db`), there);
    expect([status, err]).toEqual([2, expect.stringMatching(said)]);
    expect(readFileSync(path.join(folder, `${name}.db`)).equals(before)).toBe(true);
  }
}, 120_000);

const UNREACHABLE = 'postgres://ana:verysecret@127.0.0.1:1/rungs';

if (!isPostgres) {
  test.each([
    ['no arguments', [], 'rungs db copy: expected --from URL and --to URL'],
    ['one of two', ['--from', demo], 'rungs db copy: expected --from URL and --to URL'],
    [
      'no address',
      ['--from', 'rungs.db', '--to', demo],
      '--from: expected file:./path/to.db or postgres://user:password@host/database',
    ],
    [
      'another engine',
      ['--from', demo, '--to', 'mysql://a:verysecret@b/c'],
      '--to: expected file:./path/to.db or postgres://user:password@host/database',
    ],
    [
      'memory',
      ['--from', demo, '--to', 'file::memory:'],
      '--to: expected file:./path/to.db or postgres://user:password@host/database',
    ],
    [
      'no file',
      ['--from', file('none.db'), '--to', demo],
      `--from ${file('none.db')}: there is no such file`,
    ],
    [
      'nobody there to read from',
      ['--from', UNREACHABLE, '--to', file('new.db')],
      '--from postgres://127.0.0.1:1/rungs: connect ECONNREFUSED 127.0.0.1:1',
    ],
    [
      'nobody there to write to',
      ['--from', demo, '--to', UNREACHABLE],
      '--to postgres://127.0.0.1:1/rungs: connect ECONNREFUSED 127.0.0.1:1',
    ],
  ])(
    'with %s it says what is wrong, and no password',
    (_what, args, said) => {
      expect(rungs('db', 'copy', ...args)).toEqual({ status: 2, out: '', err: said });
    },
    60_000,
  );
}
