import { answersOf, insertAnswer, updateAnswer } from '@/db/answers';
import { commit, exactlyOne } from '@/db/commit';
import { anAnswer, aWorld, minutesLater, type World } from '@/db/fixtures';
import { frozenOf } from '@/db/frozen';
import { updateTeam } from '@/db/teams';
import { freshDb } from '@/db/testing';
import { buildReport } from '../domain/build-report';
import type { Content } from '../domain/schema/content';
import { packed, unpacked } from '../packed';
import { contextOf } from '../testing';
import { finishAssessment } from './finish-assessment';
import { frozenHash } from './freeze';
import { loadAssessment } from './load-assessment';
import { reportOf } from './report-of';

const fresh = freshDb();

/** An assessment on AWS and Google with every ladder on rung 2, finished. */
async function finishedWorld(): Promise<World> {
  const world = await aWorld(fresh.db, { questionnaires: ['aws', 'google'] });
  const ctx = contextOf(fresh.db, world);
  await commit(fresh.db, (tx) =>
    ctx.content.capabilities.map(({ id }) => insertAnswer(tx, anAnswer(world, { capability: id }))),
  );
  const finished = await finishAssessment(ctx, { org: world.org.slug, id: world.assessment.id });
  if (!finished.ok) throw new Error(finished.message);
  return world;
}

const report = async (world: World, content?: Content, only?: 'aws') => {
  const ctx = contextOf(fresh.db, world);
  const found = await reportOf(
    { ...ctx, content: content ?? ctx.content },
    world.assessment.id,
    'Another name',
    only,
  );
  if (found === null) throw new Error('no report');
  return found.report;
};

/** Today's content after a release that renames a capability and asks more. */
function later(content: Content): Content {
  const changed = structuredClone(content);
  for (const capability of changed.capabilities) capability.title = `New ${capability.title}`;
  for (const { criteria } of Object.values(changed.models))
    for (const criterion of criteria)
      if (criterion.met !== undefined && 'rung' in criterion.met) criterion.met.rung = 4;
  return { ...changed, edition: { version: '2027.1', hash: 'later' }, measure: 'later' };
}

test('a finished assessment is read as on its day, whatever is renamed or released afterwards', async () => {
  const world = await finishedWorld();
  const { content } = contextOf(fresh.db, world);
  const before = [await report(world), await report(world, content, 'aws')];
  await commit(fresh.db, (tx) => [
    exactlyOne(updateTeam(tx, world.team, { name: 'Renamed' }), () => new Error('no team')),
  ]);
  expect([await report(world, later(content)), await report(world, later(content), 'aws')]).toEqual(before);
  expect(before[0]).toMatchObject({
    organisation: 'Harbour',
    subject: 'Fraud',
    status: { finished: true, by: 'Ada', at: '2026-10-01' },
  });
  expect(before[1]?.models.map(({ id }) => id)).toEqual(['aws']);
});

test('even an answer changed past the door changes nothing that is read', async () => {
  const world = await finishedWorld();
  const before = await report(world);
  const [first] = await answersOf(fresh.db, world.org.id, world.assessment.id);
  if (first === undefined) throw new Error('no answer');
  await commit(fresh.db, (tx) => [
    exactlyOne(updateAnswer(tx, { ...first, value: { rung: 0 } }, first.version), () => new Error('missed')),
  ]);
  expect(await report(world)).toEqual(before);
});

test('the hash is that of what is frozen, so that a changed byte shows', async () => {
  const world = await finishedWorld();
  const loaded = await loadAssessment(contextOf(fresh.db, world), world.assessment.id);
  const stored = await frozenOf(fresh.db, world.org.id, world.assessment.id);
  if (loaded?.frozen === null || loaded === null) throw new Error('not frozen');
  const { hash, body } = loaded.frozen;
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(frozenHash(body)).toBe(hash);
  expect(stored?.hash).toBe(hash);
  const { subject, ...rest } = body.assessment;
  expect(frozenHash({ ...body, assessment: { ...rest, subject: `${subject}.` } })).not.toBe(hash);
});

test('what is frozen is what its answers give by the content of its edition', async () => {
  const world = await finishedWorld();
  const loaded = await loadAssessment(contextOf(fresh.db, world), world.assessment.id);
  if (loaded?.frozen === null || loaded === null) throw new Error('not frozen');
  const { report: kept } = loaded.frozen.body;
  const { organisation, status } = kept;
  const anew = buildReport(loaded.content, loaded.assessment, { organisation, status });
  expect(unpacked(packed(anew))).toEqual(kept);
  expect(loaded.row.finishedAt).toEqual(minutesLater(5));
});

test('content survives being kept', () => {
  const { content } = contextOf(fresh.db, { user: { id: 'a' }, org: { id: 'b' } });
  expect(unpacked(packed(content))).toEqual(content);
  expect(packed(content).length).toBeLessThan(110_000);
});

test('another organisation reads nothing of it', async () => {
  const [mine, theirs] = [await aWorld(fresh.db), await finishedWorld()];
  expect(await frozenOf(fresh.db, mine.org.id, theirs.assessment.id)).toBeUndefined();
  expect(await reportOf(contextOf(fresh.db, mine), theirs.assessment.id, 'Harbour')).toBeNull();
});
