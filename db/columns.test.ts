import { answerOf, insertAnswer, statedOf, upsertStated } from './answers';
import { commit, exactlyOne } from './commit';
import { aScore, aStatement, aSummary, aWorld, anAnswer, anAssessment } from './fixtures';
import { assessmentById, insertAssessment } from './assessments';
import type { Choice } from '../lib/domain/schema/answers';
import { scoreOf, upsertScore } from './scores';
import { freshDb } from './testing';

const fresh = freshDb();
const impossible = () => new Error('no row');

test.each<[string, Choice | null]>([
  ['a rung', { rung: 0 }],
  ['a reason with quotes and umlauts', { notApplicable: true, reason: `"none" of 'ours' – größer\n\\ 你` }],
  ['an unknown', { unknown: true }],
  ['nothing', null],
])('an answer comes back as it was stored: %s', async (_, value) => {
  const world = await aWorld(fresh.db);
  const evidence = [
    { title: 'Runbook', url: 'https://example.org/?a=1&b=2' },
    { title: 'Talk', note: '' },
  ];
  const row = anAnswer(world, { value, note: 'Überblick', evidence, flagged: true });
  await commit(fresh.db, (tx) => [insertAnswer(tx, row)]);
  const stored = await answerOf(fresh.db, row.orgId, row.assessmentId, row.capability);
  expect(stored).toEqual({ ...row, version: 1 });
});

test('true, false and unknown stay apart', async () => {
  const world = await aWorld(fresh.db);
  const rows = [true, false, null].map((holds, n) => aStatement(world, { criterion: `G1-T${n}`, holds }));
  await commit(fresh.db, (tx) => rows.map((row) => exactlyOne(upsertStated(tx, row, 0), impossible)));
  const stored = await statedOf(fresh.db, world.org.id, world.assessment.id);
  expect(new Map(stored.map((s) => [s.criterion, s.holds]))).toEqual(
    new Map([
      ['G1-T0', true],
      ['G1-T1', false],
      ['G1-T2', null],
    ]),
  );
});

test('instants keep their milliseconds, before 1970 too', async () => {
  const { team, user } = await aWorld(fresh.db);
  const row = anAssessment(team, user, {
    createdAt: new Date('2026-03-29T01:59:59.999Z'),
    updatedAt: new Date('2026-10-25T00:30:00.001Z'),
    finishedAt: new Date('1969-12-31T23:59:59.998Z'),
  });
  await commit(fresh.db, (tx) => [insertAssessment(tx, row)]);
  expect(await assessmentById(fresh.db, row.orgId, row.id)).toEqual(row);
});

test('a day stays that day', async () => {
  const { assessment } = await aWorld(fresh.db);
  expect((await assessmentById(fresh.db, assessment.orgId, assessment.id))?.assessedOn).toBe('2026-10-01');
});

test('nested values and small fractions survive storing', async () => {
  const { assessment } = await aWorld(fresh.db);
  const summary = aSummary({
    models: {
      aws: {
        level: { certain: null, best: 'reliable', floor: null },
        progress: { certain: 0.1 + 0.2, best: 1 / 3 },
        next: null,
      },
    },
    lowest: { data: null },
  });
  await commit(fresh.db, (tx) => [upsertScore(tx, aScore(assessment, { summary }))]);
  expect((await scoreOf(fresh.db, assessment.orgId, assessment.id))?.summary).toEqual(summary);
});
