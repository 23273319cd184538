import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inFile } from '@/db/testing';

/** Every process takes seconds, so a test looks at all that a few runs tell. */

const folder = mkdtempSync(path.join(tmpdir(), 'rungs-org-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string): string => path.join(folder, name);

function rungs(database: string, args: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'lib/cli/main.ts', ...args],
    {
      encoding: 'utf8',
      input,
      env: {
        ...{ ...process.env, NODE_OPTIONS: '', DATABASE_URL: `file:${file(database)}` },
        ...{
          NEXTAUTH_URL: 'https://rungs.example',
          NEXTAUTH_SECRET: 'of the tests, forty characters or longer',
        },
      },
    },
  );
  return { status, out: stdout.trim(), err: stderr.trim() };
}

const here = (...args: string[]) => rungs('here.db', args);
const there = (...args: string[]) => rungs('there.db', args);

const ANA = ['--email', 'ana@harbour.example', '--name', 'Ana', '--organisation', 'Harbour Bank'];

beforeAll(() => {
  const { status, err } = rungs('here.db', ['admin', 'create', ...ANA], 'correct horse battery\n');
  if (status !== 0) throw new Error(err);
}, 60_000);

test('an organisation goes into a file and out of it in another installation, once, and its log holds there', () => {
  const out = file('harbour.zip');
  const exported = here('org', 'export', 'harbour-bank', '--out', out);
  expect(exported).toEqual({
    ...{ status: 0, err: '' },
    out: expect.stringMatching(/^Harbour Bank is in .*harbour\.zip, [\d,]+ bytes$/),
  });
  const imported = there('org', 'import', out);
  expect([imported.status, imported.err]).toEqual([0, '']);
  expect(imported.out.split('\n')).toEqual([
    expect.stringMatching(/^Harbour Bank is here as harbour-bank, with \d+ rows$/),
    '1 account: 0 by an address that is known here, 1 new and without a password',
    'Its audit log holds',
  ]);
  expect(there('org', 'import', out)).toMatchObject({
    ...{ status: 2, out: '', err: expect.stringContaining('harbour.zip: ') },
  });
  expect(there('audit', 'verify', '--org', 'harbour-bank')).toMatchObject({
    ...{ status: 0, err: '', out: expect.stringMatching(/^harbour-bank\n/) },
  });
}, 120_000);

test('an organisation that there is not leaves no file, and a file that is no archive leaves no organisation', () => {
  expect(here('org', 'export', 'nowhere', '--out', file('nowhere.zip'))).toEqual({
    ...{ status: 2, out: '', err: 'nowhere: there is no such organisation' },
  });
  expect(existsSync(file('nowhere.zip'))).toBe(false);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  expect(here('org', 'export', 'harbour-bank').err).toBe('rungs org export: expected --out FILE');
  writeFileSync(file('no.zip'), 'no archive');
  const refused = here('org', 'import', file('no.zip'));
  expect([refused.status, refused.out]).toEqual([2, '']);
  expect(refused.err).toMatch(/no\.zip: \S/);
  expect(here('org', 'move')).toMatchObject({
    status: 2,
    err: 'rungs org: expected export or import; got move',
  });
}, 120_000);

test('a log that holds ends with code 0, one that was altered with code 1 and the number of the line', () => {
  expect(here('audit', 'verify')).toMatchObject({ status: 0, err: '' });
  expect(here('audit', 'forget', '--org', 'harbour-bank', '--email', 'nobody@harbour.example')).toMatchObject(
    {
      ...{
        status: 2,
        err: expect.stringContaining('The log knows nobody with the address nobody@harbour.example'),
      },
    },
  );
  expect(here('audit', 'forget', '--org', 'harbour-bank', '--email', 'ana@harbour.example')).toMatchObject({
    ...{ status: 0, err: '' },
  });
  expect(here('audit', 'prune', '--org', 'harbour-bank', '--before', '2999-01-01')).toMatchObject({
    ...{ status: 2, out: '', err: expect.stringContaining('--before 2999-01-01: expected a day') },
  });
  expect(here('audit', 'prune', '--org', 'harbour-bank', '--before', '2020-01-01')).toMatchObject({
    ...{ status: 2, out: '', err: expect.stringContaining('No line is from before 2020-01-01.') },
  });
  inFile(file('here.db'), "update audit_line set detail = '{}', resource_id = 'another' where seq = 1");
  const broken = here('audit', 'verify', '--org', 'harbour-bank');
  expect([broken.status, broken.err]).toEqual([1, '']);
  expect(broken.out).toMatch(/line 1|number 1/);
  expect(here('audit', 'verify', '--org', 'nowhere')).toMatchObject({ status: 2, out: '' });
  expect(here('audit')).toMatchObject({ status: 2, err: 'rungs audit: expected verify, prune or forget' });
}, 120_000);

test('an account is deleted in fourteen days and kept until then, and not while it alone owns an organisation', () => {
  expect(here('admin', 'delete', '--email', 'ana@harbour.example')).toEqual({
    ...{ status: 2, out: '' },
    err: 'rungs admin: ana@harbour.example is the only owner of Harbour Bank, which would have none',
  });
  inFile(
    file('here.db'),
    "insert into user (id, email, name, created_at) values ('ben', 'ben@harbour.example', 'Ben', 0)",
  );
  const ben = ['--email', 'ben@harbour.example'];
  expect(here('admin', 'keep', ...ben).out).toBe('ben@harbour.example was not to be deleted');
  expect(here('admin', 'delete', ...ben)).toEqual({
    ...{ status: 0, err: '' },
    out: expect.stringMatching(
      /^ben@harbour\.example is deleted on \d{4}-\d\d-\d\d, unless somebody keeps it before$/,
    ),
  });
  expect(here('admin', 'keep', ...ben).out).toBe('ben@harbour.example stays');
}, 120_000);

test('what reads a database says of one that was never migrated what to do, and of no table that is missing', () => {
  const report = file('report.json');
  expect(there('report', 'content/examples/bugbug.yaml', '-o', report).status).toBe(0);
  const never = {
    status: 2,
    out: '',
    err: expect.stringMatching(/^the database file:.*never\.db was never migrated.* run npm run db:migrate$/),
  };
  const unmigrated = (...args: string[]) => rungs('never.db', args);
  expect(unmigrated('verify', report)).toEqual(never);
  expect(unmigrated('audit', 'verify')).toEqual(never);
}, 60_000);

test('a database of a later version is refused by each command in a sentence, and by npm run db:migrate', () => {
  inFile(file('there.db'), "insert into __drizzle_migrations (hash, created_at) values ('x', 9999999999999)");
  const newer = {
    status: 2,
    out: '',
    err: expect.stringMatching(/^the database is newer than this version .*\)$/),
  };
  expect(there('org', 'export', 'harbour-bank', '--out', file('newer.zip'))).toEqual(newer);
  expect(there('admin', 'keep', '--email', 'ana@harbour.example')).toEqual(newer);
  expect(there('audit', 'verify')).toEqual(newer);
  expect(there('simulate', '--teams', '1', '--rounds', '1', '--seed', '1')).toEqual(newer);
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'lib/dev/migrate.ts'],
    {
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: `file:${file('there.db')}` },
    },
  );
  expect([status, stderr]).toEqual([
    1,
    expect.stringMatching(/^the database is newer than this version .*\)\n$/),
  ]);
}, 60_000);
