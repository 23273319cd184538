import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { commit } from '@/db/commit';
import { NOON, aUser, anOrg } from '@/db/fixtures';
import { insertMembership, insertOrg } from '@/db/orgs';
import { freshDb } from '@/db/testing';
import { insertUser } from '@/db/users';
import { hashPassword } from '../auth/password';
import type { Context } from '../context';
import { realContent } from '../domain/testing';
import { homeOf } from './home-of';
import { safePath, signIn, signInInput } from './sign-in';

const fresh = freshDb();
const content = realContent();
const context = (): Context => ({ db: fresh.db, now: NOON, newId: randomUUID, content });

async function account(email: string, password: string | null): Promise<string> {
  const row = aUser({ email, passwordHash: password === null ? null : await hashPassword(password) });
  await commit(fresh.db, (tx) => [insertUser(tx, row)]);
  return row.id;
}

test('address and password together let their account in, however the address is typed', async () => {
  const userId = await account('ana@harbour.example', 'correct horse');
  for (const email of ['ana@harbour.example', 'Ana@Harbour.Example', ' ana@harbour.example '])
    expect(await signIn(context(), { email, password: 'correct horse' })).toEqual({
      ok: true,
      value: { userId },
    });
});

test('a wrong password, an unknown address and an account without a password get the same words', async () => {
  await account('ana@harbour.example', 'correct horse');
  await account('demo@harbour.example', null);
  const refused = {
    ok: false,
    code: 'invalid',
    message: 'E-mail address and password do not fit together.',
  };
  for (const email of ['ana@harbour.example', 'nobody@harbour.example', 'demo@harbour.example'])
    for (const password of ['wrong horse', 'a password that nobody has'])
      expect(await signIn(context(), { email, password })).toEqual(refused);
});

test('one person’s password does not open another’s account', async () => {
  await account('ana@harbour.example', 'correct horse');
  await account('ben@harbour.example', 'battery staple');
  expect(await signIn(context(), { email: 'ben@harbour.example', password: 'correct horse' })).toMatchObject({
    ok: false,
  });
});

test('a person starts at their first organisation by name, and one without any at none', async () => {
  const userId = await account('ana@harbour.example', null);
  expect(await homeOf(context(), userId)).toBeNull();
  const orgs = [anOrg({ name: 'Quay', slug: 'quay' }), anOrg({ name: 'Harbour', slug: 'harbour' })];
  await commit(fresh.db, (tx) =>
    orgs.flatMap((org) => [
      insertOrg(tx, org),
      insertMembership(tx, { orgId: org.id, userId, role: 'viewer', createdAt: NOON }),
    ]),
  );
  expect(await homeOf(context(), userId)).toBe('/harbour');
});

test.each([
  ['no address', { email: ' ', password: 'x' }, 'enter your e-mail address'],
  ['no password', { email: 'a', password: '' }, 'enter your password'],
])('the form with %s says so', (_what, fields, message) => {
  expect(signInInput.safeParse(fields).error?.issues[0]?.message).toBe(message);
});

describe('after signing in one comes to a page of this installation:', () => {
  test.each([
    '/harbour-bank',
    '/harbour-bank/assessments/1/results?by=domain#aws',
    '/a%20b?to=//evil.example',
    '/',
  ])('%s is followed', (to) => {
    expect(safePath(to)).toBe(to);
  });

  test.each([
    undefined,
    '',
    ' ',
    'harbour-bank',
    'https://evil.example',
    'HTTPS:evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '\t//evil.example',
    '/\n/evil.example',
    '/\u0000/evil.example',
    ' //evil.example',
    '/ /evil.example',
    'javascript:alert(1)',
    'data:text/html,hello',
    '@evil.example',
    '.evil.example',
    '/a\r\nSet-Cookie: a=b',
    '/\u2215evil.example',
  ])('%j is not', (to) => {
    expect(safePath(to)).toBe('/');
  });

  test.each([
    '/.//evil.example',
    '/..//evil.example',
    '/a/..//evil.example',
    '/%2e//evil.example',
    '/./\\evil.example',
  ])('%j, which a browser shortens to //evil.example, is not', (to) => {
    expect(safePath(to)).toBe('/');
  });

  test('and whatever is asked for leads to this host, even when its path is read as an address once more', () => {
    const bits = [
      '/',
      '\\',
      '.',
      '..',
      ':',
      '@',
      '?',
      '#',
      '%2f',
      '%5c',
      '%2e',
      '\t',
      'https:',
      'evil.example',
    ];
    const asked = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...bits), { maxLength: 8 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(asked, fc.boolean(), (text, slash) => {
        const first = new URL(safePath(slash ? `/${text}` : text), 'https://rungs.example');
        const second = new URL(first.href.slice(first.origin.length), 'https://rungs.example');
        expect([first.origin, second.origin]).toEqual(Array(2).fill('https://rungs.example'));
      }),
      { numRuns: 2_000 },
    );
  });
});
