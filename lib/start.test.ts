import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { countInFile, inFile } from '@/db/testing';

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

function start(environment: Record<string, string>, account: { uid?: number; gid?: number } = {}) {
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
      ...account,
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
  ['a log louder than there is', { LOG_LEVEL: 'loud' }, /LOG_LEVEL: expected trace, debug, info/],
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

describe('with a file of SQLite that does not serve it ends, and says in one line which file and what to do:', () => {
  // No permission keeps root from writing, so that what root tests runs as nobody.
  const account = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const WRITABLE = 'Let the account that runs Rungs write the file and its folder';
  const whole = path.join(folder, 'whole.db');

  beforeAll(() => {
    chmodSync(folder, 0o755);
    const { status, said } = start({ ...complete, DATABASE_URL: 'file:./whole.db' });
    if (status !== 0) throw new Error(said);
  });

  /** Noise in place of the first page of a table, and of nothing else; the table of tables begins the file. */
  function spoil(file: string, table: string): void {
    const page = countInFile(
      file,
      `select coalesce(max(rootpage), 1) from sqlite_master where name = '${table}'`,
    );
    const size = countInFile(file, 'pragma page_size');
    const bytes = readFileSync(file);
    bytes.fill(0xa5, (page - 1) * size, page * size);
    writeFileSync(file, bytes);
  }

  const CASES: readonly [what: string, make: (file: string) => void, say: RegExp][] = [
    [
      'in a folder that takes none',
      (file) => {
        rmSync(file);
        chmodSync(path.dirname(file), 0o555);
      },
      new RegExp(WRITABLE),
    ],
    ['of a folder that is read-only', (file) => chmodSync(path.dirname(file), 0o555), new RegExp(WRITABLE)],
    ['that is read-only', (file) => chmodSync(file, 0o444), new RegExp(WRITABLE)],
    ['with noise in a page that the start reads', (file) => spoil(file, 'org'), /[Rr]estore a backup/],
    ['with noise in its first page', (file) => spoil(file, 'sqlite_master'), /[Rr]estore a backup/],
    ['without a byte', (file) => truncateSync(file), /it is empty\. Restore a backup, or delete it/],
    [
      'of another program',
      (file) => {
        rmSync(file);
        inFile(file, 'create table recipe (name text)');
        chmodSync(file, 0o666);
      },
      /of another program, with a table recipe\. Name one/,
    ],
  ];

  test.each(CASES)('%s', (what, make, say) => {
    const place = path.join(folder, what.replaceAll(' ', '-'));
    const file = path.join(place, 'rungs.db');
    mkdirSync(place);
    chmodSync(place, 0o777);
    copyFileSync(whole, file);
    chmodSync(file, 0o666);
    make(file);
    const { status, said } = start({ ...complete, DATABASE_URL: `file:${file}` }, account);
    chmodSync(place, 0o777);
    const lines = said.trim().split('\n');
    expect([status, lines.length]).toEqual([1, 1]);
    const { msg } = JSON.parse(lines[0] ?? '') as { msg: string };
    expect(msg).toContain(file);
    expect(msg).toMatch(say);
  });
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
