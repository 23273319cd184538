import { readAssessmentFile } from '@/lib/assessments/read-assessment-file';
import { realContent } from '@/lib/domain/testing';
import type { LocatedFault } from './yaml-source';

const content = realContent();

const GOOD = `rungs: 1
subject: Fraud scoring
scope: { useCases: 6, inProduction: 4, note: every model in production }
date: 2026-10-01
questionnaires: [aws, microsoft]
targets: { aws: reliable, microsoft: "3", capabilities: { data-catalog: 3, rollback: { rung: 1, reason: Sold soon. } } }
answers:
  data-validation: { rung: 2, note: Weekly., evidence: [{ title: Run, url: "https://example.org/run", rung: 3, against: true, until: 2027-04-01, by: Ada, on: 2026-09-01 }] }
  feature-store: { notApplicable: true, reason: No feature is shared., approvedBy: Ada, reviewOn: 2027-04-01 }
  drift-detection: { unknown: true }
stated:
  A2-ENV3: { holds: false, note: console open to the team }
`;

function faultsOf(text: string): LocatedFault[] {
  const read = readAssessmentFile(content, text);
  return read.ok ? [] : read.faults;
}

/** The good file with one line replaced, and the number of that line. */
function changed(line: string, by: string): { text: string; at: number } {
  const lines = GOOD.split('\n');
  const index = lines.findIndex((each) => each.trimStart().startsWith(line));
  if (index < 0) throw new Error(`there is no line ${line}`);
  return { text: lines.with(index, by).join('\n'), at: index + 1 };
}

test('a good file is read as the assessment that it says', () => {
  expect(readAssessmentFile(content, GOOD)).toEqual({
    ok: true,
    assessment: {
      subject: 'Fraud scoring',
      date: '2026-10-01',
      scope: { useCases: 6, inProduction: 4, note: 'every model in production' },
      questionnaires: ['aws', 'microsoft'],
      targets: {
        aws: 'reliable',
        microsoft: '3',
        capabilities: { 'data-catalog': 3, rollback: { rung: 1, reason: 'Sold soon.' } },
      },
      answers: {
        'data-validation': {
          rung: 2,
          note: 'Weekly.',
          evidence: [
            {
              ...{ title: 'Run', url: 'https://example.org/run', rung: 3, against: true },
              ...{ until: '2027-04-01', by: 'Ada', on: '2026-09-01' },
            },
          ],
        },
        'feature-store': {
          notApplicable: true,
          ...{ reason: 'No feature is shared.', approvedBy: 'Ada', reviewOn: '2027-04-01' },
        },
        'drift-detection': { unknown: true },
      },
      statements: { 'A2-ENV3': { holds: false, note: 'console open to the team' } },
    },
  });
});

test.each<{ says: string; line: string; by: string; message: RegExp }>([
  {
    says: 'another format version',
    line: 'rungs:',
    by: 'rungs: 2',
    message: /^rungs: expected 1, the only format version/,
  },
  { says: 'no subject', line: 'subject:', by: 'subject: ""', message: /^subject: is empty/ },
  {
    says: 'a subject that is a list',
    line: 'subject:',
    by: 'subject: [a]',
    message: /^subject: expected string/,
  },
  {
    says: 'a subject of 201 characters',
    line: 'subject:',
    by: `subject: ${'x'.repeat(201)}`,
    message: /^subject: at most 200 characters/,
  },
  {
    says: 'a date that is none',
    line: 'date:',
    by: 'date: 2026-02-30',
    message: /^date: expected a date such as/,
  },
  {
    says: 'an unknown field',
    line: 'date:',
    by: 'date: 2026-10-01\nauthor: me',
    message: /^author: unknown key author/,
  },
  {
    says: 'a number of use cases that is a text',
    line: 'scope:',
    by: 'scope: { useCases: six }',
    message: /^scope\.useCases: expected number/,
  },
  {
    says: 'a negative number of use cases',
    line: 'scope:',
    by: 'scope: { useCases: -1 }',
    message: /^scope\.useCases: /,
  },
  {
    says: 'an unknown questionnaire',
    line: 'questionnaires:',
    by: 'questionnaires: [aws, ibm]',
    message: /^questionnaires\.1: /,
  },
  {
    says: 'a questionnaire twice',
    line: 'questionnaires:',
    by: 'questionnaires: [aws, aws]',
    message: /^questionnaires: names a questionnaire twice/,
  },
  {
    says: 'no questionnaire',
    line: 'questionnaires:',
    by: 'questionnaires: []',
    message: /^questionnaires: expected at least one/,
  },
  {
    says: 'an unknown level as target',
    line: 'targets:',
    by: 'targets: { aws: excellent }',
    message:
      /^targets\.aws: there is no level excellent; expected one of initial, repeatable, reliable, scalable/,
  },
  {
    says: 'a level as target that is a number',
    line: 'targets:',
    by: 'targets: { google: 1 }',
    message: /^targets\.google: expected string/,
  },
  {
    says: 'an unknown vendor as target',
    line: 'targets:',
    by: 'targets: { ibm: 1 }',
    message: /^targets\.ibm: unknown key ibm/,
  },
  {
    says: 'an unknown capability as target',
    line: 'targets:',
    by: 'targets: { capabilities: { juggling: 2 } }',
    message: /^targets\.capabilities\.juggling: there is no capability juggling/,
  },
  {
    says: 'a rung as target that does not exist',
    line: 'targets:',
    by: 'targets: { capabilities: { rollback: 5 } }',
    message: /^targets\.capabilities\.rollback: /,
  },
])('$says is refused by name on its line', ({ line, by, message }) => {
  const { text, at } = changed(line, by);
  const where = at + (by.includes('\n') ? 1 : 0);
  expect(faultsOf(text)).toContainEqual({ line: where, message: expect.stringMatching(message) });
});

test.each([
  ['an empty file', '', /expected object/],
  ['a file of spaces', '  \n\n', /expected object/],
  ['a list at the top', '- rungs: 1\n- subject: x\n', /expected object.*array/],
  ['a word', 'hello', /expected object.*string/],
  ['a file over the limit', `a: ${'x'.repeat(2_000_001)}`, /bytes, at most 2,000,000/],
  ['nothing but the version', 'rungs: 1\n', /subject|date|answers/],
])('%s is refused on line 1', (_says, text, message) => {
  expect(faultsOf(text)).toContainEqual({ line: 1, message: expect.stringMatching(message) });
});

test('all faults of a file are listed, in one go', () => {
  const { text } = changed('data-validation:', '  data-validation: { rung: 9 }\n  rollback: { rung: x }');
  expect(faultsOf(text).map(({ line }) => line)).toEqual([8, 9]);
});
