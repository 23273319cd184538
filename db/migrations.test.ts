import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { isPostgres } from './dialect';
import { migrationsFolder } from './migrate';

type Journal = { entries: { idx: number; when: number; tag: string }[] };

const folder = migrationsFolder();

async function journal(): Promise<Journal['entries']> {
  const parsed: Journal = JSON.parse(await readFile(path.join(folder, 'meta', '_journal.json'), 'utf8'));
  return parsed.entries;
}

// drizzle applies only what is newer than the last applied: a migration merged late would be skipped without a word.
test('each migration is newer than the one before it', async () => {
  const whens = (await journal()).map((entry) => entry.when);
  expect(whens).toEqual([...new Set(whens)].toSorted((a, b) => a - b));
});

test('the journal, the SQL files and the snapshots name the same migrations', async () => {
  const entries = await journal();
  const names = async (suffix: string, inside = '') =>
    (await readdir(path.join(folder, inside))).filter((file) => file.endsWith(suffix)).toSorted();
  expect(await names('.sql')).toEqual(entries.map((entry) => `${entry.tag}.sql`));
  expect(await names('_snapshot.json', 'meta')).toEqual(
    entries.map((entry) => `${entry.tag.slice(0, 4)}_snapshot.json`),
  );
  expect(entries.map((entry) => Number(entry.tag.slice(0, 4)))).toEqual(entries.map((_, n) => n));
});

test('the migrations make the schema as it stands', async () => {
  const copy = await mkdtemp(path.join(tmpdir(), 'rungs-migrations-'));
  try {
    await cp(folder, copy, { recursive: true });
    const dialect = isPostgres ? 'postgresql' : 'sqlite';
    // drizzle-kit takes `out` as relative to the project, whatever it begins with.
    const out = path.relative(process.cwd(), copy);
    const command = ['node_modules/drizzle-kit/bin.cjs', 'generate'];
    const options = [`--dialect=${dialect}`, '--schema=./db/schema/*.ts', `--out=${out}`];
    const { stdout } = await promisify(execFile)('node', [...command, ...options], { env: process.env });
    expect(stdout).toContain('nothing to migrate');
  } finally {
    await rm(copy, { recursive: true });
  }
}, 60_000);
