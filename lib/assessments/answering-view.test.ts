import { insertAnswer, upsertStated } from '@/db/answers';
import { commit, exactlyOne } from '@/db/commit';
import { anAnswer, aStatement, aWorld, NOON, type World } from '@/db/fixtures';
import { freshDb } from '@/db/testing';
import { MODEL_IDS, type MemberRole } from '../domain/vocabulary';
import { contextOf } from '../testing';
import { answeringView } from './answering-view';

const fresh = freshDb();

const viewOf = (world: World, { order, role = 'contributor' }: { order?: string; role?: MemberRole } = {}) =>
  answeringView(contextOf(fresh.db, world, { role }), {
    id: world.assessment.id,
    order,
    org: world.org,
    person: world.user,
  });

/** The world with a draft on all three questionnaires. */
async function wideWorld(): Promise<World> {
  return aWorld(fresh.db, { questionnaires: [...MODEL_IDS] });
}

test('an assessment of one vendor asks only its ladders and names no other vendor', async () => {
  const view = await viewOf(await aWorld(fresh.db));
  expect(Object.keys(view?.ladders ?? {})).toHaveLength(33);
  expect(JSON.stringify(view)).not.toMatch(/microsoft|google|azure/i);
});

test('in one vendor’s order the ladders stand by its levels, each once, and no other vendor is named', async () => {
  const world = await wideWorld();
  const view = await viewOf(world, { order: 'google' });
  expect(view?.groups.map(({ title }) => title)).toEqual(
    expect.arrayContaining(['L1 ML pipeline automation', 'L2 CI/CD pipeline automation']),
  );
  const ids = view?.groups.flatMap(({ capabilities }) => capabilities) ?? [];
  expect(new Set(ids).size).toBe(ids.length);
  const statements = Object.values(view?.ladders ?? {}).flatMap((ladder) => ladder.statements);
  expect(new Set(statements.map(({ model }) => model))).toEqual(new Set(['google']));
});

test('the order of a vendor that the assessment does not have is not taken', async () => {
  expect((await viewOf(await aWorld(fresh.db), { order: 'google' }))?.order).toBeNull();
});

test('an answer carries who gave it, and a statement what was said of it directly', async () => {
  const world = await aWorld(fresh.db);
  await commit(fresh.db, (tx) => [
    insertAnswer(tx, anAnswer(world, { capability: 'access-control', note: 'Since July.' })),
    exactlyOne(upsertStated(tx, aStatement(world), 0), () => new Error('stated already')),
  ]);
  const view = await viewOf(world);
  expect(view?.answers['access-control']).toEqual({
    choice: { rung: 2 },
    note: 'Since July.',
    evidence: [],
    flagged: false,
    vendorsSeenFirst: false,
    version: 1,
    by: 'Ada',
    at: NOON.toISOString(),
  });
  const statement = view?.ladders['access-control']?.statements.find(({ id }) => id === 'A2-ENV3');
  expect(statement).toMatchObject({ level: 'AWS Repeatable', stated: 'does not hold' });
});

test('a viewer may look and not answer; another organisation’s member finds nothing', async () => {
  const [world, other] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  expect(await viewOf(world, { role: 'viewer' })).toMatchObject({ mayAnswer: false, mayFinish: false });
  expect(await viewOf(world)).toMatchObject({ mayAnswer: true, mayFinish: true });
  expect(await viewOf({ ...world, org: other.org, user: other.user })).toBeNull();
});
