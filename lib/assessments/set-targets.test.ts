import { assessmentById } from '@/db/assessments';
import { auditOf } from '@/db/audit';
import { NOON, aWorld, type World } from '@/db/fixtures';
import { freshDb } from '@/db/testing';
import { contextOf } from '../testing';
import { setTargets } from './set-targets';

const fresh = freshDb();

const wanted = { aws: undefined, microsoft: undefined, google: undefined };

async function stored({ org, assessment }: World) {
  return (await assessmentById(fresh.db, org.id, assessment.id))?.targets;
}

/** The world with a draft that aims at something already. */
async function aimingWorld(): Promise<World> {
  return aWorld(fresh.db, { targets: { google: '1', capabilities: { 'data-catalog': 3 } } });
}

test('a level is set for the models named, and what else is aimed at stays', async () => {
  const world = await aimingWorld();
  const result = await setTargets(contextOf(fresh.db, world), {
    id: world.assessment.id,
    ...wanted,
    aws: 'reliable',
  });
  expect(result).toEqual({ ok: true, value: null });
  expect(await stored(world)).toEqual({
    aws: 'reliable',
    google: '1',
    capabilities: { 'data-catalog': 3 },
  });
});

test('an empty level takes the target back', async () => {
  const world = await aimingWorld();
  await setTargets(contextOf(fresh.db, world), { id: world.assessment.id, ...wanted, google: '' });
  expect(await stored(world)).toEqual({ capabilities: { 'data-catalog': 3 } });
});

test('a level that the model does not have is refused by name, and nothing changes', async () => {
  const world = await aimingWorld();
  const result = await setTargets(contextOf(fresh.db, world), {
    id: world.assessment.id,
    ...wanted,
    microsoft: '9',
  });
  expect(result).toMatchObject({
    ok: false,
    code: 'invalid',
    fields: { microsoft: 'there is no level 9' },
  });
  expect(await stored(world)).toEqual(world.assessment.targets);
});

test('the targets of a finished assessment stay as they were', async () => {
  const world = await aWorld(fresh.db, { status: 'finished', finishedAt: NOON });
  expect(
    await setTargets(contextOf(fresh.db, world), { id: world.assessment.id, ...wanted, aws: 'reliable' }),
  ).toMatchObject({
    ok: false,
    code: 'finished',
  });
  expect(await stored(world)).toEqual({});
});

test('another organisation’s assessment is not found', async () => {
  const mine = await aWorld(fresh.db);
  const theirs = await aWorld(fresh.db);
  const result = await setTargets(contextOf(fresh.db, mine), {
    id: theirs.assessment.id,
    ...wanted,
    aws: 'reliable',
  });
  expect(result).toMatchObject({ ok: false, code: 'not-found' });
  expect(await stored(theirs)).toEqual({});
});

test('the change is in the audit log, with who made it', async () => {
  const world = await aWorld(fresh.db);
  await setTargets(contextOf(fresh.db, world), { id: world.assessment.id, ...wanted, aws: 'reliable' });
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
  const ctx = contextOf(fresh.db, world);
  const { id } = world.assessment;
  const results = await Promise.all([
    setTargets(ctx, { id, ...wanted, aws: 'reliable' }),
    setTargets(ctx, { id, ...wanted, microsoft: '3' }),
    setTargets(ctx, { id, ...wanted, google: '2' }),
  ]);
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(await stored(world)).toEqual({ aws: 'reliable', microsoft: '3', google: '2' });
});
