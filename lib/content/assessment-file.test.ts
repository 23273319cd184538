import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { readAssessmentFile } from '@/lib/assessments/read-assessment-file';
import { assessmentOf, fileOf } from '@/lib/domain/assessment';
import { assessmentFileSchema, type AssessmentFile } from '@/lib/domain/schema/answers';
import { answersTo, realContent, statementsTo } from '@/lib/domain/testing';
import { MODEL_IDS } from '@/lib/domain/vocabulary';

const content = realContent();

test('any assessment, written as a file and read again, is the same assessment', () => {
  const files = fc.record({
    answers: answersTo(content),
    statements: statementsTo(content),
    chosen: fc.subarray([...MODEL_IDS], { minLength: 1 }),
  });
  fc.assert(
    fc.property(files, fc.constantFrom('yaml', 'json'), ({ answers, statements, chosen }, form) => {
      const assessment = {
        subject: 'Any',
        date: '2026-10-01',
        scope: { useCases: 2 },
        questionnaires: chosen,
        targets: { google: '1' },
        answers,
        statements,
      };
      const file = fileOf(content, assessment);
      const text = form === 'yaml' ? stringify(file) : JSON.stringify(file);
      expect(readAssessmentFile(content, text)).toEqual({ ok: true, assessment });
    }),
    { numRuns: 60 },
  );
});

test('a file, read and written again, is the same file', () => {
  const file: AssessmentFile = assessmentFileSchema.parse({
    rungs: 1,
    subject: 'Least',
    date: '2026-10-01',
    answers: {},
  });
  expect(fileOf(content, assessmentOf(file))).toEqual(file);
});

test('what a file writes stands in the order of the content, however it was answered', () => {
  const ids = content.capabilities.map(({ id }) => id);
  const answers = Object.fromEntries(ids.toReversed().map((id) => [id, { rung: 1 as const }]));
  const written = fileOf(content, {
    ...assessmentOf({ rungs: 1, subject: 'x', date: '2026-10-01', answers }),
  });
  expect(Object.keys(written.answers)).toEqual(ids);
});
