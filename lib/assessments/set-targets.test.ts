import { randomUUID } from 'node:crypto';
import { assessmentById, insertAssessment } from '@/db/assessments';
import { auditOf } from '@/db/audit';
import { commit } from '@/db/commit';
import { NOON, anAssessment, aWorld, minutesLater, type World } from '@/db/fixtures';
import { freshDb } from '@/db/testing';
import type { ActorContext } from '../context';
import { realContent } from '../domain/testing';
import { setTargets } from './set-targets';

const fresh = freshDb();
const content = realContent();

const contextOf = ({ user, org }: World): ActorContext => ({
  db: fresh.db,
  now: minutesLater(5),
  newId: randomUUID,
  content,
  actor: { userId: user.id, orgId: org.id, role: 'owner' },
});

const wanted = { aws: undefined, microsoft: undefined, google: undefined };

async function stored({ org, assessment }: World) {
  return (await assessmentById(fresh.db, org.id, assessment.id))?.targets;
}

/** The world with a draft that aims at something already. */
async function aimingWorld(): Promise<World> {
  const world = await aWorld(fresh.db);
  const assessment = anAssessment(world.team, world.user, {
    targets: { google: '1', capabilities: { 'data-catalog': 3 } },
  });
  await commit(fresh.db, (tx) => [insertAssessment(tx, assessment)]);
  return { ...world, assessment };
}

test('a level is set for the models named, and what else is aimed at stays', async () => {
  const world = await aimingWorld();
  const result = await setTargets(contextOf(world), { id: world.assessment.id, ...wanted, aws: 'reliable' });
  expect(result).toEqual({ ok: true, value: null });
  expect(await stored(world)).toEqual({
    aws: 'reliable',
    google: '1',
    capabilities: { 'data-catalog': 3 },
  });
});

test('an empty level takes the target back', async () => {
  const world = await aimingWorld();
  await setTargets(contextOf(world), { id: world.assessment.id, ...wanted, google: '' });
  expect(await stored(world)).toEqual({ capabilities: { 'data-catalog': 3 } });
});

test('a level that the model does not have is refused by name, and nothing changes', async () => {
  const world = await aimingWorld();
  const result = await setTargets(contextOf(world), { id: world.assessment.id, ...wanted, microsoft: '9' });
  expect(result).toMatchObject({
    ok: false,
    code: 'invalid',
    fields: { microsoft: 'there is no level 9' },
  });
  expect(await stored(world)).toEqual(world.assessment.targets);
});

test('the targets of a finished assessment stay as they were', async () => {
  const world = await aWorld(fresh.db);
  const finished = anAssessment(world.team, world.user, {
    status: 'finished',
    finishedAt: NOON,
    finishedBy: world.user.id,
  });
  await commit(fresh.db, (tx) => [insertAssessment(tx, finished)]);
  expect(await setTargets(contextOf(world), { id: finished.id, ...wanted, aws: 'reliable' })).toMatchObject({
    ok: false,
    code: 'finished',
  });
  expect(await stored({ ...world, assessment: finished })).toEqual({});
});

test('another organisation’s assessment is not found', async () => {
  const mine = await aWorld(fresh.db);
  const theirs = await aWorld(fresh.db);
  const result = await setTargets(contextOf(mine), { id: theirs.assessment.id, ...wanted, aws: 'reliable' });
  expect(result).toMatchObject({ ok: false, code: 'not-found' });
  expect(await stored(theirs)).toEqual({});
});

test('the change is in the audit log, with who made it', async () => {
  const world = await aWorld(fresh.db);
  await setTargets(contextOf(world), { id: world.assessment.id, ...wanted, aws: 'reliable' });
  expect(await auditOf(fresh.db, world.org.id, { limit: 9 })).toMatchObject([
    {
      action: 'assessment.configure',
      actorId: world.user.id,
      resourceId: world.assessment.id,
      detail: { targets: { aws: 'reliable' } },
    },
  ]);
});

test('of people who set targets at the same moment, none undoes another’s model', async () => {
  const world = await aWorld(fresh.db);
  const ctx = contextOf(world);
  const { id } = world.assessment;
  const results = await Promise.all([
    setTargets(ctx, { id, ...wanted, aws: 'reliable' }),
    setTargets(ctx, { id, ...wanted, microsoft: '3' }),
    setTargets(ctx, { id, ...wanted, google: '2' }),
  ]);
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(await stored(world)).toEqual({ aws: 'reliable', microsoft: '3', google: '2' });
});
