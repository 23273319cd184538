import { bumpAssessment } from './assessments';
import type { Tx } from './client';
import { type Write, commit, exactlyOne } from './commit';
import { isUniqueViolation } from './errors';
import { NOON, aTeam, aUser, aWorld, anOrg, minutesLater } from './fixtures';
import { metaValue, setMeta } from './meta';
import { insertMembership, insertOrg, orgBySlug, updateOrg } from './orgs';
import { assessment } from './schema/assessments';
import { insertTeam, teamsOfOrg } from './teams';
import { freshDb } from './testing';
import { insertUser, userByEmail } from './users';

const fresh = freshDb();

class Stale extends Error {}
const stale = () => new Stale();

test('the writes of a commit are all stored', async () => {
  const org = anOrg();
  await commit(fresh.db, (tx) => [
    insertOrg(tx, org),
    insertTeam(tx, aTeam(org, { name: 'Fraud' })),
    insertTeam(tx, aTeam(org, { name: 'Credit' })),
  ]);
  expect((await teamsOfOrg(fresh.db, org.id)).map((t) => t.name)).toEqual(['Credit', 'Fraud']);
});

test('a write that fails takes back those before it', async () => {
  const org = anOrg();
  const failing = commit(fresh.db, (tx) => [insertOrg(tx, org), insertOrg(tx, org)]);
  expect(isUniqueViolation(await errorOf(failing))).toBe(true);
  expect(await orgBySlug(fresh.db, org.slug)).toBeUndefined();
});

test('a write that misses its version takes back those before and after it, and says so', async () => {
  const { org } = await aWorld(fresh.db);
  const failing = commit(fresh.db, (tx) => [
    setMeta(tx, { key: 'before', value: 'x' }),
    exactlyOne(updateOrg(tx, { id: org.id, version: 7 }, { name: 'Other' }), stale),
    setMeta(tx, { key: 'after', value: 'x' }),
  ]);
  await expect(failing).rejects.toThrow(Stale);
  expect((await orgBySlug(fresh.db, org.slug))?.name).toBe(org.name);
  expect(await metaValue(fresh.db, 'before')).toBeUndefined();
  expect(await metaValue(fresh.db, 'after')).toBeUndefined();
});

test('of a write that misses and one after it that fails, the first is told', async () => {
  const { org, team } = await aWorld(fresh.db);
  const failing = commit(fresh.db, (tx) => [
    exactlyOne(updateOrg(tx, { id: org.id, version: 7 }, { name: 'Other' }), stale),
    insertTeam(tx, team),
  ]);
  await expect(failing).rejects.toThrow(Stale);
  const other = commit(fresh.db, (tx) => [
    insertTeam(tx, team),
    exactlyOne(updateOrg(tx, { id: org.id, version: 7 }, { name: 'Other' }), stale),
  ]);
  expect(isUniqueViolation(await errorOf(other))).toBe(true);
});

test('after commits that failed or missed, the next ones on the same connections are stored', async () => {
  const { org, team } = await aWorld(fresh.db);
  for (let round = 0; round < 12; round += 1) {
    const version = 7 + round;
    const outcomes = await Promise.allSettled([
      commit(fresh.db, (tx) => [insertTeam(tx, team), setMeta(tx, { key: `${round}`, value: 'lost' })]),
      commit(fresh.db, (tx) => [exactlyOne(updateOrg(tx, { id: org.id, version }), stale)]),
      commit(fresh.db, (tx) => [setMeta(tx, { key: `kept ${round}`, value: 'x' })]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
    expect(await metaValue(fresh.db, `${round}`)).toBeUndefined();
    expect(await metaValue(fresh.db, `kept ${round}`)).toBe('x');
  }
});

test('a write that meets its version counts it up', async () => {
  const { org } = await aWorld(fresh.db);
  await commit(fresh.db, (tx) => [exactlyOne(updateOrg(tx, org, { name: 'Other' }), stale)]);
  expect(await orgBySlug(fresh.db, org.slug)).toMatchObject({ name: 'Other', version: 2 });
});

test('a body that throws writes nothing, and its error arrives', async () => {
  const undecided = () => {
    throw new RangeError('no decision');
  };
  const failing = commit(fresh.db, (tx) => [setMeta(tx, { key: 'lost', value: 'x' }), undecided()]);
  await expect(failing).rejects.toThrow(RangeError);
  expect(await metaValue(fresh.db, 'lost')).toBeUndefined();
});

test('a body that waits is refused, and nothing of it is written', async () => {
  const waiting = async (tx: Tx) => [setMeta(tx, { key: 'lost', value: 'x' })];
  // @ts-expect-error the compiler refuses it too
  await expect(commit(fresh.db, waiting)).rejects.toThrow(TypeError);
  expect(await metaValue(fresh.db, 'lost')).toBeUndefined();
});

test('the compiler refuses a guarded write that nobody checks', () => {
  // @ts-expect-error exactlyOne is missing
  const body = (tx: Tx): Write[] => [updateOrg(tx, anOrg())];
  expect(body).toBeDefined();
});

test('of eight commits on one version exactly one wins', async () => {
  const { assessment: seen } = await aWorld(fresh.db);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 8 }, (_, n) =>
      commit(fresh.db, (tx) => [
        exactlyOne(bumpAssessment(tx, seen, { updatedAt: minutesLater(n), title: `Title ${n}` }), stale),
        setMeta(tx, { key: `won ${n}`, value: 'x' }),
      ]),
    ),
  );
  const won = outcomes.flatMap((outcome, n) => (outcome.status === 'fulfilled' ? [n] : []));
  expect(won).toHaveLength(1);
  const [row] = await fresh.db.select().from(assessment);
  expect(row).toMatchObject({ title: `Title ${won[0]}`, version: 2 });
  const marks = await Promise.all(outcomes.map((_, n) => metaValue(fresh.db, `won ${n}`)));
  expect(marks.filter((mark) => mark !== undefined)).toHaveLength(1);
});

test('commits that lock rows in opposite order all succeed', async () => {
  const mark = (tx: Tx, key: string) => setMeta(tx, { key, value: 'x' });
  await commit(fresh.db, (tx) => ['a', 'b', 'c'].map((key) => mark(tx, key)));
  const orders = ['a b c', 'c b a', 'b c a', 'c a b'].map((order) => order.split(' '));
  for (let round = 1; round <= 3; round += 1) {
    const outcomes = await Promise.allSettled(
      orders.map((keys) => commit(fresh.db, (tx) => keys.map((key) => mark(tx, key)))),
    );
    expect(outcomes.map((outcome) => outcome.status)).toEqual(orders.map(() => 'fulfilled'));
  }
});

test('a row that exists already is a unique violation, by column or by primary key', async () => {
  const user = aUser();
  await commit(fresh.db, (tx) => [insertUser(tx, user)]);
  const sameEmail = await errorOf(commit(fresh.db, (tx) => [insertUser(tx, aUser({ email: user.email }))]));
  const sameId = await errorOf(commit(fresh.db, (tx) => [insertUser(tx, aUser({ id: user.id }))]));
  expect([isUniqueViolation(sameEmail), isUniqueViolation(sameId)]).toEqual([true, true]);
  expect(await userByEmail(fresh.db, user.email)).toEqual(user);
});

test('another failure is not a unique violation', async () => {
  const missingParent = await errorOf(
    commit(fresh.db, (tx) => [
      insertMembership(tx, { orgId: 'none', userId: 'none', role: 'viewer', createdAt: NOON }),
    ]),
  );
  expect(missingParent).toMatchObject({ message: expect.stringMatching(/foreign key/i) });
  expect([missingParent, stale(), undefined, 'text'].map(isUniqueViolation)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('the message of a failed write holds nothing of what was written', async () => {
  const user = aUser({ passwordHash: 'hash-of-a-password' });
  const error = await errorOf(commit(fresh.db, (tx) => [insertUser(tx, user), insertUser(tx, user)]));
  expect(error).toMatchObject({ message: expect.not.stringContaining('hash-of-a-password') });
});

async function errorOf(failing: Promise<unknown>): Promise<unknown> {
  return failing.then(
    () => undefined,
    (error: unknown) => error,
  );
}
