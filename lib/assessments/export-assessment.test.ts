import * as fc from 'fast-check';
import { insertAnswer, upsertStated } from '@/db/answers';
import { insertAssessment } from '@/db/assessments';
import { commit, exactlyOne } from '@/db/commit';
import { aStatement, anAnswer, anAssessment, aWorld } from '@/db/fixtures';
import { freshDb } from '@/db/testing';
import type { Assessment } from '../domain/assessment';
import { answersTo, realContent, statementsTo } from '../domain/testing';
import { MODEL_IDS } from '../domain/vocabulary';
import { contextOf } from '../testing';
import { assessmentYaml, exportAssessment } from './export-assessment';
import { loadAssessment } from './load-assessment';
import { readAssessmentFile } from './read-assessment-file';

const fresh = freshDb();
const content = realContent();

// Texts that YAML could take for something else.
const HOSTILE = [
  'yes',
  '2026-10-01',
  '0x1F',
  '- item: value',
  '# not a comment',
  '*alias &anchor !tag',
  'line one\nline two\n\nline four',
  `quote " and ' and \\`,
  'trailing colon:',
  '一 😀 عربى',
  `${'long words that would be folded '.repeat(40)}end`,
];

test('an exported assessment reads back as the same assessment', async () => {
  const world = await aWorld(fresh.db);
  const assessment = anAssessment(world.team, world.user, {
    questionnaires: ['aws', 'google'],
    scope: { useCases: 6, inProduction: 4, note: 'every model in production' },
    targets: { aws: 'reliable', capabilities: { 'data-catalog': { rung: 3, reason: 'audit' } } },
  });
  const evidence = [{ title: 'Run log', url: 'https://git.harbour.example/runs', note: 'nightly' }];
  const full = { ...world, assessment };
  await commit(fresh.db, (tx) => [
    insertAssessment(tx, assessment),
    ...HOSTILE.map((note, index) =>
      insertAnswer(
        tx,
        anAnswer(full, { capability: content.capabilities[20 + index]?.id ?? '', note, evidence }),
      ),
    ),
    insertAnswer(
      tx,
      anAnswer(full, {
        capability: 'feature-store',
        value: { notApplicable: true, reason: 'no: one model' },
      }),
    ),
    insertAnswer(tx, anAnswer(full, { capability: 'business-goals', value: { unknown: true } })),
    exactlyOne(upsertStated(tx, aStatement(full, { note: 'open to the team' }), 0), () => new Error()),
    exactlyOne(
      upsertStated(tx, aStatement(full, { criterion: 'A2-BLD3', holds: null }), 0),
      () => new Error(),
    ),
  ]);

  const exported = await exportAssessment(contextOf(fresh.db, world), { id: assessment.id });
  if (!exported.ok) throw new Error(exported.message);
  const loaded = await loadAssessment(contextOf(fresh.db, world), assessment.id);
  expect(readAssessmentFile(content, exported.value.yaml)).toEqual({
    ok: true,
    assessment: loaded?.assessment,
  });
});

test('whatever was answered and stated survives the way through a file', () => {
  fc.assert(
    fc.property(
      answersTo(content),
      statementsTo(content),
      fc.subarray([...MODEL_IDS], { minLength: 1 }),
      (answers, statements, questionnaires) => {
        const assessment: Assessment = {
          subject: 'Fraud: scoring #1',
          date: '2026-10-01',
          scope: {},
          questionnaires,
          targets: {},
          answers,
          statements,
        };
        expect(readAssessmentFile(content, assessmentYaml(content, assessment))).toEqual({
          ok: true,
          assessment,
        });
      },
    ),
    { numRuns: 30 },
  );
});

test('another organisation’s assessment is not found', async () => {
  const mine = await aWorld(fresh.db);
  const theirs = await aWorld(fresh.db);
  expect(await exportAssessment(contextOf(fresh.db, mine), { id: theirs.assessment.id })).toMatchObject({
    ok: false,
    code: 'not-found',
  });
});
