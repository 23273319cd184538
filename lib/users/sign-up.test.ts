import '../auth/testing';
import { randomUUID } from 'node:crypto';
import { auditOf } from '@/db/audit';
import { commit } from '@/db/commit';
import { NOON, anOrg } from '@/db/fixtures';
import { insertOrg, membersOfOrg, orgBySlug } from '@/db/orgs';
import { auditLine } from '@/db/schema/audit';
import { org } from '@/db/schema/orgs';
import { team } from '@/db/schema/teams';
import { user } from '@/db/schema/people';
import { teamsOfOrg } from '@/db/teams';
import { freshDb } from '@/db/testing';
import { userByEmail } from '@/db/users';
import type { Context } from '../context';
import { realContent } from '../domain/testing';
import type { Result } from '../errors';
import { homeOf } from './home-of';
import { signUp, signUpInput, type SignedUp } from './sign-up';
import { signUpRule } from './sign-up-rule';
import { signIn } from './testing';

const fresh = freshDb();
const content = realContent();

const context = (): Context => ({ db: fresh.db, now: NOON, newId: randomUUID, content });

const filled = {
  name: 'Ana Ortiz',
  email: 'ana@harbour.example',
  password: 'correct horse battery',
  organisation: 'Harbour Bank',
  team: 'Fraud scoring',
};

const enrol = (fields: Partial<typeof filled> = {}): Promise<Result<SignedUp>> =>
  signUp(context(), { ...filled, ...fields });

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

async function counts() {
  const [users, orgs, teams, entries] = await Promise.all([
    fresh.db.$count(user),
    fresh.db.$count(org),
    fresh.db.$count(team),
    fresh.db.$count(auditLine),
  ]);
  return { users, orgs, teams, entries };
}

test('an account comes with its organisation, its first team, ownership and an entry in the log', async () => {
  const made = valueOf(await enrol());
  expect(made).toEqual({ userId: expect.any(String), org: 'harbour-bank', team: 'fraud-scoring' });
  const bank = await orgBySlug(fresh.db, 'harbour-bank');
  if (bank === undefined) throw new Error('there is no organisation');
  expect(bank).toMatchObject({ name: 'Harbour Bank', questionnaires: ['aws', 'microsoft', 'google'] });
  expect(await membersOfOrg(fresh.db, bank.id)).toMatchObject([
    {
      userId: made.userId,
      name: 'Ana Ortiz',
      email: 'ana@harbour.example',
      grants: [{ teamId: null, role: 'owner' }],
    },
  ]);
  expect(await teamsOfOrg(fresh.db, bank.id)).toMatchObject([
    { slug: 'fraud-scoring', name: 'Fraud scoring', parentId: null },
  ]);
  expect(await auditOf(fresh.db, bank.id, { limit: 9 })).toMatchObject([
    { action: 'org.create', actorId: made.userId, resourceId: bank.id, at: NOON },
  ]);
});

test('who signed up can sign in and starts at their organisation', async () => {
  const { userId } = valueOf(await enrol());
  expect(await signIn(context(), filled)).toMatchObject({ ok: true, value: { userId } });
  expect(await homeOf(context(), userId)).toBe('/harbour-bank/waiting');
});

test('the password is kept as argon2id and nowhere in clear', async () => {
  await enrol();
  const row = await userByEmail(fresh.db, filled.email);
  expect(row?.passwordHash).toMatch(/^\$argon2id\$/);
  expect(JSON.stringify(row)).not.toContain(filled.password);
});

test('an address has one account, in whatever letter case it is typed, and the first stays as it was', async () => {
  const { userId } = valueOf(await enrol());
  const before = await counts();
  const again = await enrol({
    email: 'ANA@Harbour.Example',
    password: 'another password',
    organisation: 'B',
  });
  expect(again).toMatchObject({ ok: false, code: 'invalid', fields: { email: expect.any(String) } });
  expect(await counts()).toEqual(before);
  expect(await signIn(context(), filled)).toMatchObject({ ok: true, value: { userId } });
});

test('of people who sign up at once with one address exactly one gets the account, and nothing is left of the others', async () => {
  const results = await Promise.all(
    ['one', 'two', 'three'].map((organisation) => enrol({ organisation, email: `Ana@Harbour.example` })),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  for (const result of results.filter(({ ok }) => !ok))
    expect(result).toMatchObject({ code: 'invalid', fields: { email: expect.any(String) } });
  expect(await counts()).toEqual({ users: 1, orgs: 1, teams: 1, entries: 1 });
});

test('a commit that fails at its last row leaves no account behind', async () => {
  valueOf(await enrol({ email: 'first@harbour.example' }));
  const before = await counts();
  // User, organisation and team take an id each, and who it is in the log one per try: the slug is taken, so there are two.
  const ids = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const newId = () => ids.shift() ?? (null as unknown as string);
  await signUp({ ...context(), newId }, filled).catch(() => undefined);
  expect(ids).toEqual([]);
  expect(await counts()).toEqual(before);
  expect(await userByEmail(fresh.db, filled.email)).toBeUndefined();
});

test.each(['invite', 'closed'] as const)(
  'where sign-up is %s nobody makes an account by themselves, and is told what to do',
  async (rule) => {
    expect(await signUp(context(), filled, rule)).toMatchObject({
      ok: false,
      code: 'forbidden',
      message: expect.stringMatching(/Ask /),
    });
    expect(await counts()).toEqual({ users: 0, orgs: 0, teams: 0, entries: 0 });
  },
);

test('where nothing is said, anybody signs up while it is developed, and nobody uninvited once it runs for real', () => {
  const rule = (NODE_ENV: string, SIGNUP?: 'open' | 'closed') => signUpRule({ NODE_ENV, SIGNUP });
  expect([rule('development'), rule('production'), rule('anything else')]).toEqual([
    'open',
    'invite',
    'invite',
  ]);
  expect([rule('production', 'open'), rule('development', 'closed')]).toEqual(['open', 'closed']);
});

describe('the address of an organisation', () => {
  test('that is taken gets an ending, and the one that had it first keeps it', async () => {
    await enrol();
    const second = valueOf(await enrol({ email: 'ben@other.example' }));
    expect(second.org).toMatch(/^harbour-bank-[0-9a-f]{6}$/);
    expect((await orgBySlug(fresh.db, second.org))?.name).toBe('Harbour Bank');
    expect(await homeOf(context(), second.userId)).toBe(`/${second.org}/waiting`);
  });

  test('that two people ask for at the same moment keeps neither of them out', async () => {
    const results = await Promise.all([
      enrol({ email: 'ana@harbour.example' }),
      enrol({ email: 'ben@other.example' }),
    ]);
    expect(results.map((result) => result.ok || result.message)).toEqual([true, true]);
    expect(new Set(results.map((result) => valueOf(result).org)).size).toBe(2);
  });

  test.each(['Check', 'API', 'sign-in'.replace('-', ''), 'Demo', 'Library!'])(
    'is never one that the application has itself, as of %s',
    async (organisation) => {
      const { org: slug } = valueOf(await enrol({ organisation }));
      expect(slug).toBe('organisation');
    },
  );

  test('is there for names in any script, and for two of them', async () => {
    const tokyo = valueOf(await enrol({ organisation: '東京銀行', team: '不正検知' }));
    const kyiv = valueOf(await enrol({ organisation: 'Київ Банк', team: '!!!', email: 'k@harbour.example' }));
    expect(tokyo).toMatchObject({ org: 'organisation', team: 'team' });
    expect(kyiv.org).toMatch(/^organisation-[0-9a-f]{6}$/);
    const found = await orgBySlug(fresh.db, 'organisation');
    expect(found?.name).toBe('東京銀行');
  });

  test('of a name in use that is itself taken with an ending is found all the same', async () => {
    await commit(fresh.db, (tx) => [insertOrg(tx, anOrg({ slug: 'harbour-bank' }))]);
    await commit(fresh.db, (tx) => [insertOrg(tx, anOrg({ slug: 'harbour-bank-aaaaaa' }))]);
    expect(valueOf(await enrol()).org).toMatch(/^harbour-bank-.+/);
  });
});

describe('the form', () => {
  const faultsOf = (fields: object) => {
    const result = signUpInput.safeParse({ ...filled, ...fields });
    return result.success ? [] : result.error.issues.map(({ path, message }) => [path[0], message]);
  };

  test('as filled is taken', () => {
    expect(faultsOf({})).toEqual([]);
  });

  test.each([
    ['no name', { name: '  ' }, 'name', 'enter your name'],
    ['no organisation', { organisation: '' }, 'organisation', 'enter the name of your organisation'],
    ['no team', { team: '\t' }, 'team', 'enter the name of your team'],
    ['a name of 201 letters', { name: 'x'.repeat(201) }, 'name', expect.stringContaining('200')],
    ['no address', { email: 'ana' }, 'email', 'enter an e-mail address such as ana@example.org'],
    ['a password of 9 characters', { password: '123456789' }, 'password', 'at least 10 characters'],
    ['a password of 201 characters', { password: 'x'.repeat(201) }, 'password', 'at most 200 characters'],
    ['a control character', { team: 'a\u0000b' }, 'team', expect.any(String)],
  ])('with %s says so at its field', (_what, fields, field, message) => {
    expect(faultsOf(fields)).toEqual([[field, message]]);
  });

  test('takes an address with spaces around it, as phones add them', () => {
    const result = signUpInput.safeParse({ ...filled, email: ' ana@harbour.example ' });
    expect(result.data?.email).toBe('ana@harbour.example');
  });

  test('keeps the spaces of a password', () => {
    expect(signUpInput.parse({ ...filled, password: '  spaces around ' }).password).toBe('  spaces around ');
  });
});
