import '../auth/testing';
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
import { deviceFor, type Client } from '../auth/known-device';
import { safePath, signIn as signInFrom, signInInput } from './sign-in';
import { signIn } from './testing';

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
      value: { userId, secondStep: null },
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

describe('guessing a password', () => {
  const email = 'ana@harbour.example';
  const slowed: number[] = [];
  const pause = async (ms: number) => slowed.push(ms);
  const enter = async (password: string, client: Client) => {
    const result = await signInFrom(context(), { email, password }, client, pause);
    return result.ok ? 'in' : result.code;
  };
  const guess = (client: Client, times: number) =>
    Promise.all(Array.from({ length: times }, () => enter('a guess', client)));
  beforeEach(() => {
    slowed.length = 0;
  });

  test('ends for a client after ten wrong ones, and the right one then comes too late', async () => {
    await account(email, 'correct horse');
    const outcomes = await guess({ address: '203.0.113.9' }, 12);
    expect(outcomes.filter((outcome) => outcome === 'invalid')).toHaveLength(10);
    expect(outcomes.filter((outcome) => outcome === 'too-many')).toHaveLength(2);
    expect(await enter('correct horse', { address: '203.0.113.9' })).toBe('too-many');
  });

  test('from many places slows everybody new and locks nobody out', async () => {
    await account(email, 'correct horse');
    for (let place = 1; place <= 4; place += 1) await guess({ address: `203.0.113.${place}` }, 10);
    expect(slowed).toHaveLength(10);
    slowed.length = 0;
    expect(await enter('correct horse', { address: '198.51.100.7' })).toBe('in');
    expect(slowed).toEqual([2_000]);
  });

  test('neither slows nor locks the browser in which its person was in before, whatever network it is in', async () => {
    const userId = await account(email, 'correct horse');
    for (let place = 1; place <= 4; place += 1) await guess({ address: `203.0.113.${place}` }, 11);
    slowed.length = 0;
    const device = deviceFor(userId);
    expect(await enter('correct horse', { address: '203.0.113.1', device })).toBe('in');
    expect(await enter('correct horse', { address: 'direct', device })).toBe('in');
    expect(slowed).toEqual([]);
  });

  test('with the cookie of a browser that got into another account, or an invented one, is counted like without', async () => {
    await account(email, 'correct horse');
    const other = deviceFor(await account('ben@harbour.example', 'battery staple'));
    const invented = ['', 'x', 'x.y', `${other}.z`, other];
    for (let time = 0; time < 10; time += 1)
      await enter('a guess', { address: '203.0.113.9', device: invented[time % invented.length] });
    expect(await enter('correct horse', { address: '203.0.113.9', device: other })).toBe('too-many');
  });

  test('of many addresses from one network ends after fifty', async () => {
    const from = { address: '203.0.113.9' };
    const outcomes = [];
    for (let person = 0; person < 52; person += 1)
      outcomes.push(
        await signInFrom(
          context(),
          { email: `p${person}@harbour.example`, password: 'a guess' },
          from,
          pause,
        ),
      );
    expect(outcomes.filter((each) => !each.ok && each.code === 'too-many')).toHaveLength(2);
  });

  test('counts only what was wrong', async () => {
    await account(email, 'correct horse');
    for (let time = 0; time < 60; time += 1)
      expect(await enter('correct horse', { address: '203.0.113.9' })).toBe('in');
    expect(slowed).toEqual([]);
  });

  test('of an address without an account is answered and refused like of one with', async () => {
    const outcomes = await guess({ address: 'direct' }, 11);
    expect(outcomes.filter((outcome) => outcome === 'too-many')).toHaveLength(1);
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
