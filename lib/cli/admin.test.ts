import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Every process takes seconds, so a test looks at all that a few runs tell. */

const folder = mkdtempSync(path.join(tmpdir(), 'rungs-admin-'));
afterAll(() => rmSync(folder, { recursive: true }));

const complete = {
  DATABASE_URL: `file:${path.join(folder, 'rungs.db')}`,
  NEXTAUTH_URL: 'https://rungs.example',
  NEXTAUTH_SECRET: 'of the tests, forty characters or longer',
};

function admin(args: string[], { input = '', env = {} }: { input?: string; env?: object } = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'lib/cli/main.ts', 'admin', ...args],
    { env: { ...process.env, NODE_OPTIONS: '', ...complete, ...env }, encoding: 'utf8', input },
  );
  return { status, out: stdout.trim(), err: stderr.trim() };
}

const ANA = ['--email', 'Ana@harbour.example', '--name', 'Ana', '--organisation', 'Harbour Bank'];
const LINK = /^https:\/\/rungs\.example\/password\/[\w-]{43}$/;

test('the first owner is made in an empty installation, by a password that is piped in, and not a second time', () => {
  expect(admin(['create', ...ANA], { input: 'short\n' })).toEqual({
    status: 2,
    out: '',
    err: 'rungs admin create: password: at least 10 characters',
  });
  expect(admin(['create', ...ANA], { input: 'correct horse battery\n' })).toEqual({
    status: 0,
    out: 'ana@harbour.example owns Harbour Bank at https://rungs.example/harbour-bank',
    err: '',
  });
  expect(admin(['create', ...ANA, '--link'])).toMatchObject({
    status: 2,
    err: 'rungs admin: There is an account with this address already.',
  });
  const link = admin(['link', '--email', 'ana@harbour.example', '--kind', 'reset-password']);
  expect(link).toMatchObject({ status: 0, err: 'For ana@harbour.example, once, within an hour:' });
  expect(link.out).toMatch(LINK);
  expect(admin(['sessions', 'revoke', '--email', 'ana@harbour.example']).out).toBe(
    'ana@harbour.example: 0 sessions ended',
  );
  expect(admin(['reset-second-factor', '--email', 'ana@harbour.example']).out).toBe(
    'ana@harbour.example has no second factor',
  );
}, 60_000);

test('with --link it asks for no password and prints the link alone on the last line', () => {
  const made = admin([
    'create',
    '--email',
    'ben@harbour.example',
    '--name',
    'Ben',
    '--organisation',
    'B',
    '--link',
  ]);
  expect(made.status).toBe(0);
  expect(made.out.split('\n').at(-1)).toMatch(LINK);
}, 60_000);

test.each([
  ['no verb', [], 'expected create, link, reset-second-factor, sessions, delete, keep'],
  ['no address', ['create', '--name', 'A', '--organisation', 'B'], '--email:'],
  [
    'a look-alike address',
    ['create', ...ANA, '--email', '\u0430na@harbour.example'],
    '--email: only the letters a to z',
  ],
  ['a kind that there is not', ['link', '--email', 'a', '--kind', 'x'], '--kind:'],
  ['an option that there is not', ['link', '--to', 'a'], '--to'],
  [
    'an address without an account',
    ['sessions', 'revoke', '--email', 'x@y.example'],
    'no account with the address x@y.example',
  ],
])(
  'with %s it ends with code 2 and names it',
  (_what, args, named) => {
    const { status, err } = admin(args);
    expect(status).toBe(2);
    expect(err).toContain(named);
  },
  60_000,
);

test('without the address of the installation it says which variable is missing', () => {
  expect(
    admin(['sessions', 'revoke', '--email', 'a@b.example'], { env: { NEXTAUTH_URL: '' } }),
  ).toMatchObject({
    status: 2,
    err: expect.stringContaining('NEXTAUTH_URL: expected the address of this installation'),
  });
}, 60_000);
