import { roundCounts, type RoundState } from './round-state';
import { progressText, reminderText, roundClosedText, stateText } from './round-words';

const counts = (finished: number, waiting: number) =>
  roundCounts([
    ...Array.from({ length: finished }, () => ({ kind: 'finished' as const })),
    ...Array.from({ length: waiting }, () => ({ kind: 'not-started' as const })),
    { kind: 'answering' as const },
  ]);

const DUE = { dueOn: '2027-03-31', overdue: false, closedOn: null };

test.each([
  [counts(9, 2), DUE, '9 of 12 finished, due 31 Mar 2027, 2 not started'],
  [counts(9, 0), DUE, '9 of 10 finished, due 31 Mar 2027'],
  [counts(0, 1), { ...DUE, overdue: true }, '0 of 2 finished, was due 31 Mar 2027, 1 not started'],
  [counts(3, 0), { ...DUE, closedOn: '2027-04-02' }, '3 of 4 finished, closed 2 Apr 2027'],
])('how far a round is, in one line', (each, round, words) => {
  expect(progressText(each, round)).toBe(words);
});

const ANSWERING: RoundState = { kind: 'answering', id: 'a', at: 1, idle: false };

test.each<[RoundState, boolean, string]>([
  [{ kind: 'not-started' }, false, 'not started'],
  [ANSWERING, false, 'answering, 24 of 43'],
  [{ ...ANSWERING, idle: true }, false, 'answering, 24 of 43, nothing since this round opened'],
  [ANSWERING, true, 'begun, not finished'],
  [{ kind: 'in-review', id: 'a', at: 1 }, false, 'in review'],
])('how far a team is, in words', (state, closed, words) => {
  expect(stateText(state, { answered: 24, of: 43 }, closed)).toBe(words);
});

const REMINDED = {
  organisation: 'Harbour Bank',
  round: { title: 'Q1 2027', ...DUE },
  by: 'Ben Adu',
  teams: [{ name: 'Fraud scoring', state: 'answering, 24 of 43', link: 'https://r.example/h/teams/fraud' }],
};

test('a reminder says by when, who has not finished, and where to go on', () => {
  expect(reminderText(REMINDED)).toEqual({
    subject: 'Q1 2027: please finish by 31 Mar 2027',
    text: `Harbour Bank asks for a finished MLOps assessment, “Q1 2027”. It is due on 31 Mar 2027.

Not finished yet:
- Fraud scoring: answering, 24 of 43
  https://r.example/h/teams/fraud

Answers are kept as they are given, so it can be done in parts.

Ben Adu
`,
  });
});

test('a reminder of an overdue round says so, and a title with line breaks stays one line', () => {
  const round = { title: 'Q1\r\nBcc: all@example.org', dueOn: '2027-03-31', overdue: true };
  const { subject, text } = reminderText({ ...REMINDED, round });
  expect(subject).toBe('Q1 Bcc: all@example.org: was due 31 Mar 2027');
  expect(text).toContain('It was due on 31 Mar 2027.');
});

const CLOSED = {
  organisation: 'Harbour Bank',
  title: 'Q1 2027',
  by: 'Ben Adu',
  counts: counts(9, 2),
  unfinished: ['Collections', 'Damage photos', 'Market risk'],
  sentences: ['20 of 21 teams are at AWS Initial.'],
  attached: true,
  link: 'https://r.example/h/rounds/1',
};

test('the mail of a closed round has its count, who has not finished, and what the scorecard says', () => {
  expect(roundClosedText(CLOSED)).toEqual({
    subject: 'Q1 2027 is closed: 9 of 12 finished',
    text: `Ben Adu closed the round “Q1 2027” of Harbour Bank: 9 of 12 finished.
Not finished: Collections, Damage photos and Market risk.

20 of 21 teams are at AWS Initial.
The scorecard is attached, on one page.

https://r.example/h/rounds/1
`,
  });
});

test('the mail of a closed round names twenty teams and counts the others, and names none where all finished', () => {
  const many = Array.from({ length: 300 }, (_, index) => `Team ${index}`);
  expect(roundClosedText({ ...CLOSED, unfinished: many }).text).toContain('Team 19 and 280 more teams.');
  expect(roundClosedText({ ...CLOSED, unfinished: [] }).text).not.toContain('Not finished');
  expect(roundClosedText({ ...CLOSED, attached: false }).text).not.toContain('attached');
});
