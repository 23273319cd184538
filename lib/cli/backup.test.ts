import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { countInFile, inFile } from '@/db/testing';

/** The commands in processes of their own, on real files, as an operator runs them. */

const folder = mkdtempSync(path.join(tmpdir(), 'rungs-backup-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => path.join(folder, name);
const NODE = ['--conditions=react-server', '--import', 'tsx'];
const MAIN = [...NODE, 'lib/cli/main.ts'];

const env = (database: string) => ({
  ...{
    ...process.env,
    NODE_OPTIONS: '',
    DATABASE_URL: database.includes(':') ? database : `file:${at(database)}`,
  },
  ...{ NEXTAUTH_URL: 'https://rungs.example', NEXTAUTH_SECRET: 'of the tests, forty characters or longer' },
});

function rungs(database: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...MAIN, ...args], {
    ...{ encoding: 'utf8', env: env(database) },
  });
  return { status, out: stdout.trim(), err: stderr.trim() };
}

beforeAll(() => {
  const simulate = ['simulate', '--teams', '10', '--rounds', '2', '--seed', '1', '--out', at('one.db')];
  const { status, err } = rungs('one.db', ...simulate);
  if (status !== 0) throw new Error(err);
}, 60_000);

/** A process that has the database open as the server has, and writes without a pause until it is told to stop, or does nothing. */
function holder(name: string, writes: boolean) {
  const address = (file: string) => JSON.stringify(pathToFileURL(path.resolve(file)).href);
  const script = at(`holder-${name}.mjs`);
  writeFileSync(
    script,
    `
    const { database } = await import(${address('db/client.ts')});
    const { commit } = await import(${address('db/commit.ts')});
    const { setMeta, metaValue } = await import(${address('db/meta.ts')});
    const db = database();
    await metaValue(db, 'demo');
    console.log('ready');
    for (let n = 1; ${String(writes)}; n += 1) {
      await commit(db, (tx) => [setMeta(tx, { key: 'written-' + n, value: 'x'.repeat(500) })]);
      console.log(n);
      await new Promise((resolve) => setTimeout(resolve));
    }
    setInterval(() => {}, 1000);`,
  );
  const running = spawn(process.execPath, [...NODE, script], {
    env: env(name),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let acknowledged = 0;
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: running.stdout }).on('line', (line) => {
      if (line === 'ready') resolve();
      else acknowledged = Number(line);
    });
  });
  const stop = async (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') => {
    const ended = once(running, 'exit');
    running.kill(signal);
    await ended;
  };
  return { ready, stop, acknowledged: () => acknowledged };
}

const leftovers = () => readdirSync(folder).filter((name) => /part|restoring/.test(name));

/** As spawnSync would stop this process from counting what the other one writes. */
async function rungsMeanwhile(database: string, ...args: string[]): Promise<number | null> {
  const running = spawn(process.execPath, [...MAIN, ...args], { env: env(database), stdio: 'ignore' });
  const [code] = await once(running, 'exit');
  return code;
}

test('a backup beside a process that writes has all that was acknowledged before it began, and is put back', async () => {
  copyFileSync(at('one.db'), at('busy.db'));
  const writer = holder('busy.db', true);
  await writer.ready;
  while (writer.acknowledged() < 100) await new Promise((resolve) => setTimeout(resolve, 10));
  const before = writer.acknowledged();
  expect(await rungsMeanwhile('busy.db', 'backup', '--out', at('busy.backup'))).toBe(0);
  const after = writer.acknowledged();
  expect(after).toBeGreaterThan(before);
  const refused = rungs('busy.db', 'restore', at('busy.backup'));
  expect([refused.status, refused.err]).toEqual([
    2,
    expect.stringMatching(/busy\.db is in use: stop every server/),
  ]);
  await writer.stop('SIGKILL');
  const kept = countInFile(at('busy.backup'), "select count(*) from meta where key like 'written-%'");
  expect(kept).toBeGreaterThanOrEqual(before);
  expect(kept).toBeLessThanOrEqual(after);
  expect(statSync(at('busy.backup')).mode & 0o777).toBe(0o600);

  const last = writer.acknowledged();
  const restored = rungs('busy.db', 'restore', at('busy.backup'));
  expect([restored.status, restored.err]).toEqual([0, '']);
  expect(countInFile(at('busy.db'), "select count(*) from meta where key like 'written-%'")).toBe(kept);
  // What the killed process had written is in the file that is kept, its WAL with it.
  const [, was = ''] = /What was there is in (.*)$/.exec(restored.out) ?? [];
  expect(countInFile(was, "select count(*) from meta where key like 'written-%'")).toBeGreaterThanOrEqual(
    last,
  );
  expect(leftovers()).toEqual([]);
}, 120_000);

test('nothing is put in the place of a database that somebody has open without doing anything', async () => {
  copyFileSync(at('one.db'), at('idle.db'));
  const idle = holder('idle.db', false);
  await idle.ready;
  const before = readFileSync(at('idle.db'));
  const refused = rungs('idle.db', 'restore', at('one.db'));
  expect(refused).toEqual({
    ...{ status: 2, out: '' },
    err: `${at('idle.db')} is in use: stop every server and command that has it open, then run this again`,
  });
  expect(readFileSync(at('idle.db')).equals(before)).toBe(true);
  await idle.stop();
  expect(rungs('idle.db', 'restore', at('one.db')).status).toBe(0);
  expect(leftovers()).toEqual([]);
}, 60_000);

test('a backup says what is in it, never overwrites, and two at once are both whole', async () => {
  const made = rungs('one.db', 'backup', '--out', at('told.db'));
  expect([made.status, made.err]).toEqual([0, '']);
  expect(made.out).toMatch(/^team +1\d$/m);
  expect(made.out).toMatch(/told\.db: [\d,]+ bytes, [\d,]+ rows, whole, of this version$/);
  expect(rungs('one.db', 'backup', '--out', at('told.db'))).toEqual({
    ...{ status: 2, out: '', err: `${at('told.db')}: is there already; name another file, or delete it` },
  });
  const both = await Promise.all(
    ['a', 'b'].map((name) => rungsMeanwhile('one.db', 'backup', '--out', at(`${name}.twice`))),
  );
  const same = await Promise.all(
    [1, 2].map(() => rungsMeanwhile('one.db', 'backup', '--out', at('same.twice'))),
  );
  expect(both).toEqual([0, 0]);
  expect(same).toContain(0);
  for (const name of ['a', 'b', 'same'])
    expect(countInFile(at(`${name}.twice`), 'select count(*) from team')).toBe(
      countInFile(at('one.db'), 'select count(*) from team'),
    );
  expect(leftovers()).toEqual([]);
}, 60_000);

const newest = '(select max(created_at) from __drizzle_migrations)';

test.each([
  ['no file', () => {}, /there is no such file or folder$/],
  ['a folder', (file: string) => mkdirSync(file), /is a folder, not a file$/],
  [
    'random bytes',
    (file: string) => writeFileSync(file, Buffer.alloc(9000, 'not a database')),
    /is no SQLite database$/,
  ],
  ['nothing in it', (file: string) => writeFileSync(file, ''), /is empty$/],
  ['half of it', (file: string) => half(file), /is damaged: /],
  ['a page overwritten', (file: string) => spoilt(file), /is damaged: /],
  [
    'another program',
    (file: string) => inFile(file, 'create table recipe (name text)'),
    /but not one of Rungs$/,
  ],
  ['a later version', (file: string) => later(file), /the database is newer than this version of Rungs/],
  [
    'a row without what it points to',
    (file: string) => dangling(file),
    /is damaged: \d+ rows refer to nothing$/,
  ],
])(
  'a backup that is %s is refused, and the database stays',
  (what, make, said) => {
    copyFileSync(at('one.db'), at('here.db'));
    const file = at(`${what.replaceAll(' ', '-')}.bad`);
    make(file);
    const before = readFileSync(at('here.db'));
    const { status, out, err } = rungs('here.db', 'restore', file);
    expect([status, out, err]).toEqual([2, '', expect.stringMatching(said)]);
    expect(err).toContain(file);
    expect(readFileSync(at('here.db')).equals(before)).toBe(true);
    expect(leftovers()).toEqual([]);
  },
  60_000,
);

function half(file: string): void {
  copyFileSync(at('one.db'), file);
  truncateSync(file, Math.floor(statSync(file).size / 2 / 4096) * 4096);
}

function spoilt(file: string): void {
  copyFileSync(at('one.db'), file);
  const bytes = readFileSync(file);
  bytes.fill(0xff, bytes.length - 4096 * 20, bytes.length - 4096 * 10);
  writeFileSync(file, bytes);
}

function later(file: string): void {
  copyFileSync(at('one.db'), file);
  inFile(file, "insert into __drizzle_migrations (hash, created_at) values ('later', 9999999999999)");
}

function dangling(file: string): void {
  copyFileSync(at('one.db'), file);
  inFile(file, 'delete from user', false);
}

test('a database of a later version is backed up all the same, and it is said that this program cannot restore it', () => {
  later(at('later.db'));
  const made = rungs('later.db', 'backup', '--out', at('later.backup'));
  expect([made.status, made.err]).toEqual([0, '']);
  expect(made.out).toMatch(/whole, of a later version than this program, and only that one can restore it$/);
}, 60_000);

test('of a database that is damaged there is no backup, and nothing is left of one', () => {
  spoilt(at('damaged.db'));
  const damaged = rungs('damaged.db', 'backup', '--out', at('damaged.backup'));
  expect([damaged.status, damaged.err]).toEqual([
    2,
    expect.stringMatching(/damaged\.db is damaged: .*; no backup was written$/),
  ]);
  writeFileSync(at('text.db'), Buffer.alloc(9000, 'no database'));
  const none = rungs('text.db', 'backup', '--out', at('text.backup'));
  expect([none.status, none.err]).toEqual([
    2,
    `cannot open the database ${at('text.db')}: file is not a database. Name another file in DATABASE_URL, or restore a backup`,
  ]);
  expect([existsSync(at('damaged.backup')), existsSync(at('text.backup')), leftovers()]).toEqual([
    false,
    false,
    [],
  ]);
}, 60_000);

test('a backup of an earlier version is brought up to date, and the file itself stays as it is', () => {
  copyFileSync(at('one.db'), at('old.db'));
  // The newest migration adds an index alone; without it and its line the file is one from before it.
  inFile(at('old.db'), 'drop index rollup_teams_index');
  inFile(at('old.db'), `delete from __drizzle_migrations where created_at = ${newest}`);
  const before = readFileSync(at('old.db'));
  const restored = rungs('from-old.db', 'restore', at('old.db'));
  expect([restored.status, restored.err]).toEqual([0, '']);
  expect(restored.out).toContain('old.db was of an earlier version and was brought up to date');
  expect(countInFile(at('from-old.db'), 'select count(*) from gathering')).toBe(0);
  expect(readFileSync(at('old.db')).equals(before)).toBe(true);
  expect(leftovers()).toEqual([]);
}, 60_000);

test('a database without its newest writes, or with those of another, is not taken for a backup', () => {
  copyFileSync(at('one.db'), at('live.db'));
  writeFileSync(at('live.db-wal'), 'newer writes');
  expect(rungs('x.db', 'restore', at('live.db')).err).toMatch(
    /has live\.db-wal beside it, so it is a database and no backup/,
  );
  expect(rungs('one.db', 'restore', at('one.db')).err).toBe(`${at('one.db')} is the database itself`);
  writeFileSync(at('gone.db-wal'), 'writes of a database that is gone');
  expect(rungs('gone.db', 'restore', at('one.db')).err).toMatch(/gone\.db-wal is there without its database/);
  writeFileSync(at('broken.db'), Buffer.alloc(9000, 'no database'));
  expect(rungs('broken.db', 'restore', at('one.db')).err).toMatch(
    /broken\.db is no SQLite database, so nobody can tell .* move it away/,
  );
  expect(existsSync(at('broken.db'))).toBe(true);
}, 60_000);

test('where a file does not fit or may not be written, it is said, and no part of it stays', () => {
  const backup = [...MAIN, 'backup', '--out', at('small.db')];
  // In blocks of 512 or 1024 bytes, either of which is less than the file has.
  const limited = spawnSync('sh', ['-c', 'ulimit -f 200; exec "$0" "$@"', process.execPath, ...backup], {
    ...{ encoding: 'utf8', env: env('one.db') },
  });
  expect([limited.status, limited.stderr.trim()]).toEqual([
    2,
    `${at('small.db')}: cannot be written: disk I/O error`,
  ]);
  const closed = at('closed');
  mkdirSync(closed);
  copyFileSync(at('one.db'), path.join(closed, 'one.db'));
  chmodSync(closed, 0o555);
  // Nobody forbids anything to an administrator.
  const somebody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  chmodSync(folder, 0o755);
  const refused = spawnSync(process.execPath, [...MAIN, 'restore', at('one.db')], {
    ...{ encoding: 'utf8' as const, env: env(`file:${closed}/other.db`), ...somebody },
  });
  chmodSync(closed, 0o755);
  expect([refused.status, refused.stderr.trim()]).toEqual([
    2,
    `${closed}/other.db: may not be opened by this account`,
  ]);
  expect(readdirSync(closed)).toEqual(['one.db']);
  expect(leftovers()).toEqual([]);
}, 60_000);

test('a folder and a database that are not there are named, and another engine is sent to its own tools', () => {
  expect(rungs('none.db', 'backup').err).toBe(`${at('none.db')}: there is no such database`);
  expect(existsSync(at('none.db'))).toBe(false);
  expect(rungs('one.db', 'backup', '--out', at('no/where/b.db')).err).toBe(
    `${at('no/where/b.db')}: there is no such file or folder`,
  );
  for (const command of [['backup'], ['restore', at('one.db')]]) {
    expect(rungs('postgres://a:verysecret@b/c', ...command)).toEqual({
      ...{
        status: 2,
        out: '',
        err: expect.stringMatching(/^rungs \w+ is for SQLite, .*use pg_dump and pg_restore/),
      },
    });
  }
}, 60_000);
