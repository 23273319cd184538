import { contentOf, partsOf, sha256 } from '@/lib/content/testing';
import { assessmentOf, assessmentProblems, fileOf } from './assessment';
import { joinContent } from './content';
import type { AssessmentFile } from './schema/answers';

const parts = partsOf([{ id: 'a' }, { id: 'b', mayBeExcluded: true }], {
  aws: { criteria: [{ id: 'A-1', level: '1', met: { capability: 'a', rung: 1 } }] },
});
parts.lifecycle.retired.push(
  { id: 'old', kind: 'capability', note: 'Split into a and b.' },
  { id: 'A-0', kind: 'criterion', note: 'Gone from the text.' },
);
const content = joinContent(parts, sha256);

const file = (more: Partial<AssessmentFile>): AssessmentFile => ({
  rungs: 1,
  subject: 'Any',
  date: '2026-10-01',
  answers: {},
  ...more,
});

const problems = (more: Partial<AssessmentFile>) =>
  assessmentProblems(content, file(more)).map(({ path, message }) => `${path.join('.')}: ${message}`);

test.each<{ says: string; more: Partial<AssessmentFile>; expected: string[] }>([
  {
    says: 'nothing wrong',
    more: { answers: { a: { rung: 1 }, b: { notApplicable: true, reason: 'None.' } } },
    expected: [],
  },
  {
    says: 'a retired capability, with what takes its place',
    more: { answers: { old: { rung: 1 } } },
    expected: ['answers.old: capability old is retired: Split into a and b.'],
  },
  {
    says: 'a retired criterion, with the reason',
    more: { stated: { 'A-0': { holds: true } } },
    expected: ['stated.A-0: criterion A-0 is retired: Gone from the text.'],
  },
  {
    says: 'every fault, not the first alone',
    more: {
      answers: { c: { rung: 1 } },
      stated: { 'A-9': { holds: true } },
      targets: { aws: '9', capabilities: { d: 1 } },
    },
    expected: [
      'answers.c: there is no capability c',
      'stated.A-9: there is no criterion A-9',
      'targets.aws: there is no level 9; expected one of 1, 2, 3',
      'targets.capabilities.d: there is no capability d',
    ],
  },
])('the content finds $says', ({ more, expected }) => {
  expect(problems(more)).toEqual(expected);
});

test('all questionnaires are asked where none is named, in the order of the content however they are named', () => {
  expect(assessmentOf(file({})).questionnaires).toEqual(['aws', 'microsoft', 'google']);
  expect(assessmentOf(file({ questionnaires: ['google', 'aws'] })).questionnaires).toEqual(['aws', 'google']);
});

test('a file leaves out what is empty', () => {
  const small = contentOf([{ id: 'a' }]);
  expect(Object.keys(fileOf(small, assessmentOf(file({}))))).toEqual(['rungs', 'subject', 'date', 'answers']);
});
