import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inFile } from '@/db/testing';

/** The start of an installation in a process of its own, as instrumentation.ts runs it. */

const repository = process.cwd();
const folder = mkdtempSync(path.join(tmpdir(), 'rungs-start-'));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(() => {
  cpSync('content', path.join(folder, 'content'), { recursive: true });
  symlinkSync(path.join(repository, 'db'), path.join(folder, 'db'));
  // What a build leaves, of which the start reads the routes.
  mkdirSync(path.join(folder, '.next'));
  const routes = { staticRoutes: [], dynamicRoutes: [] };
  writeFileSync(path.join(folder, '.next', 'routes-manifest.json'), JSON.stringify(routes));
});

const complete = {
  DATABASE_URL: 'file:./rungs.db',
  NEXTAUTH_URL: 'https://rungs.example',
  NEXTAUTH_SECRET: 'of the tests, forty characters or longer',
};

function start(environment: Record<string, string>) {
  const address = (file: string) => pathToFileURL(path.join(repository, file)).href;
  const script = `const { start } = await import(${JSON.stringify(address('lib/start.ts'))}); await start();`;
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      '--conditions=react-server',
      '--import',
      address('node_modules/tsx/dist/loader.mjs'),
      '--input-type=module',
      '--eval',
      script,
    ],
    {
      cwd: folder,
      encoding: 'utf8',
      env: {
        NODE_ENV: 'production',
        PATH: process.env['PATH'],
        TSX_TSCONFIG_PATH: path.join(repository, 'tsconfig.json'),
        ...environment,
      },
    },
  );
  return { status, said: stdout };
}

test('with all in order it makes its database and starts', () => {
  expect(start(complete)).toEqual({ status: 0, said: '' });
});

test.each([
  [
    'a secret of one letter',
    { NEXTAUTH_SECRET: 'a'.repeat(40) },
    /NEXTAUTH_SECRET: expected a random secret/,
  ],
  [
    'a repeated secret',
    { NEXTAUTH_SECRET: 'password1234'.repeat(3) },
    /NEXTAUTH_SECRET: expected a random secret/,
  ],
  ['no secret', { NEXTAUTH_SECRET: '' }, /NEXTAUTH_SECRET: expected a secret of at least 32 characters/],
  [
    'an address without http',
    { NEXTAUTH_URL: 'rungs.example' },
    /NEXTAUTH_URL: expected the address of this installation/,
  ],
  [
    'a rule for sign-up that there is not',
    { SIGNUP: 'sometimes' },
    /SIGNUP: expected open, invite or closed/,
  ],
  ['sessions without end', { SESSION_DAYS: '0' }, /SESSION_DAYS: expected a whole number from 1 to 365/],
  ['a proxy in words', { TRUST_PROXY: 'yes' }, /TRUST_PROXY: expected a whole number from 0 to 10/],
  ['a database of another kind', { DATABASE_URL: 'mysql://a/b' }, /DATABASE_URL/],
  ['a folder for a database', { DATABASE_URL: 'file:./content' }, /cannot open the database \.\/content/],
  [
    'another file for a database',
    { DATABASE_URL: 'file:./content/roles.yaml' },
    /roles\.yaml: file is not a database/,
  ],
  [
    'a PostgreSQL that does not answer',
    { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' },
    /ECONNREFUSED.*127\.0\.0\.1:1/,
  ],
])('with %s it ends, and names the thing', (_what, environment, named) => {
  const { status, said } = start({ ...complete, ...environment });
  expect(status).toBe(1);
  expect(said).toMatch(named);
});

test('with a database of a later version it ends, says what to do, and changes nothing', () => {
  const later = { ...complete, DATABASE_URL: 'file:./later.db' };
  expect(start(later).status).toBe(0);
  const file = path.join(folder, 'later.db');
  inFile(file, "insert into __drizzle_migrations (hash, created_at) values ('later', 9999999999999)");
  const before = readFileSync(file);
  const { status, said } = start(later);
  expect(status).toBe(1);
  expect(said).toMatch(/newer than this version of Rungs.*Start that version again, or put back a backup/);
  expect(readFileSync(file).equals(before)).toBe(true);
});

describe('with a broken content file it ends, and names file and line:', () => {
  const name = 'content/capabilities/release/rollback.yaml';

  test.each([
    ['no YAML', (text: string) => text.replace('id: rollback', 'id: [rollback'), /:\d+: /],
    ['a word too much', (text: string) => `colour: green\n${text}`, /:1: .*colour/],
    ['half the file', (text: string) => text.slice(0, text.length / 2), /:\d+: /],
    ['nothing', () => '', /:1: /],
  ])('%s', (_what, broken, named) => {
    const file = path.join(folder, name);
    const whole = readFileSync(file, 'utf8');
    writeFileSync(file, broken(whole));
    const { status, said } = start(complete);
    writeFileSync(file, whole);
    expect(status).toBe(1);
    expect(said).toMatch(new RegExp(name + named.source));
  });
});
