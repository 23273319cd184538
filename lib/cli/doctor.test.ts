import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { open } from '@/db/client';
import { migrate } from '@/db/migrate';
import { inFile } from '@/db/testing';

/** Every process takes seconds, so a test looks at all that a few runs tell. */

const folder = mkdtempSync(path.join(tmpdir(), 'rungs-doctor-'));
afterAll(() => rmSync(folder, { recursive: true }));

function doctor(env: Record<string, string>) {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'lib/cli/main.ts', 'doctor'],
    {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        DATABASE_URL: `file:${path.join(folder, 'rungs.db')}`,
        ...env,
      },
      encoding: 'utf8',
    },
  );
  return { status, lines: stdout.trim().split('\n') };
}

const complete = {
  NEXTAUTH_URL: 'https://rungs.example',
  NEXTAUTH_SECRET: 'of the tests, forty characters or longer',
};

test('each thing that is misconfigured is a line, graded, and something to mend ends with 2', () => {
  const { status, lines } = doctor({
    ...complete,
    ...{ NEXTAUTH_URL: 'http://rungs.example', SIGNUP: 'open', SESSION_DAYS: '365' },
    ...{ SMTP_URL: 'smtp://someone:secret@localhost:1', MAIL_FROM: 'rungs@example.org' },
  });
  expect(status).toBe(2);
  expect(lines).toEqual([
    expect.stringMatching(/^wrong {2}address: http:\/\/rungs\.example is not https/),
    expect.stringMatching(/^look {3}TRUST_PROXY is 0/),
    expect.stringMatching(/^look {3}SESSION_DAYS: .* 365 days$/),
    expect.stringMatching(/^look {3}SIGNUP is open/),
    expect.stringMatching(/^ok {5}content: edition /),
    expect.stringMatching(/^wrong {2}database: .*rungs\.db: no such table/),
    expect.stringMatching(/^wrong {2}mail: localhost:1: .*ECONNREFUSED/),
  ]);
  expect(lines.join()).not.toContain('secret');
}, 60_000);

test('an environment that is not complete is named by its variables', () => {
  const { status, lines } = doctor({ ...complete, NEXTAUTH_SECRET: 'a'.repeat(40) });
  expect(status).toBe(2);
  expect(lines.join('\n')).toMatch(
    /^wrong {2}The environment is not complete:\n {2}NEXTAUTH_SECRET: expected a random secret/,
  );
}, 60_000);

test('a database of a later version is something to mend, and one of an earlier version is not', async () => {
  const file = path.join(folder, 'later.db');
  const connection = open(`file:${file}`);
  await migrate(connection.db);
  await connection.close();
  const database = () =>
    doctor({ ...complete, DATABASE_URL: `file:${file}` }).lines.find((line) => line.includes('database:'));
  const newest = '(select max(created_at) from __drizzle_migrations)';
  inFile(file, `delete from __drizzle_migrations where created_at = ${newest}`);
  expect(database()).toMatch(/^look {3}database: .*later\.db is of an earlier version/);
  inFile(file, "insert into __drizzle_migrations (hash, created_at) values ('later', 9999999999999)");
  expect(database()).toMatch(
    /^wrong {2}database: .*later\.db: the database is newer than this version of Rungs/,
  );
}, 60_000);
