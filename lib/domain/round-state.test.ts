import * as fc from 'fast-check';
import {
  isIn,
  ROUND_FILTERS,
  roundCounts,
  roundState,
  type AssessedInRound,
  type RoundState,
} from './round-state';

const OPEN = { openedAt: 100, closedAt: null };
const CLOSED = { openedAt: 100, closedAt: 200 };

const draft = (row: Partial<AssessedInRound> = {}): AssessedInRound => ({
  ...{ id: 'a', status: 'draft', createdAt: 110, changedAt: 120, finishedAt: null, archived: false },
  ...row,
});
const finished = (at: number, row: Partial<AssessedInRound> = {}) =>
  draft({ status: 'finished', changedAt: at, finishedAt: at, ...row });

const answering = (row: object = {}) => ({ kind: 'answering', id: 'a', at: 120, idle: false, ...row });

test.each<[string, AssessedInRound[], object]>([
  ['has no assessment', [], { kind: 'not-started' }],
  ['finished before it opened', [finished(99, { createdAt: 90 })], { kind: 'not-started' }],
  ['has a draft', [draft()], answering()],
  ['began before it opened and went on', [draft({ createdAt: 50 })], answering()],
  [
    'began before it opened and left it there',
    [draft({ createdAt: 50, changedAt: 60 })],
    answering({ at: 60, idle: true }),
  ],
  ['handed in', [draft({ status: 'review' })], { kind: 'in-review', id: 'a', at: 120 }],
  [
    'has a newer draft beside one that is handed in',
    [draft({ id: 'b', changedAt: 130 }), draft({ status: 'review' })],
    { kind: 'in-review', id: 'a', at: 120 },
  ],
  ['finished in the moment of opening', [finished(100)], { kind: 'finished', id: 'a', at: 100 }],
  [
    'finished and began another',
    [finished(150), draft({ id: 'b', changedAt: 160 })],
    { kind: 'finished', id: 'a', at: 150 },
  ],
  ['finished twice', [finished(150), finished(160, { id: 'b' })], { kind: 'finished', id: 'b', at: 160 }],
  ['finished, and it was archived', [finished(150, { archived: true })], { kind: 'not-started' }],
  [
    'reopened what it finished before',
    [finished(90, { createdAt: 80 }), draft({ id: 'b' })],
    answering({ id: 'b' }),
  ],
])('in an open round, a team that %s', (_team, assessments, expected) => {
  expect(roundState(OPEN, assessments)).toEqual(expected);
  expect(roundState(OPEN, assessments.toReversed())).toEqual(expected);
});

test.each<[string, AssessedInRound[], object]>([
  ['finished in its last moment', [finished(200)], { kind: 'finished', id: 'a', at: 200 }],
  ['finished after it', [finished(201)], answering({ at: null })],
  ['began after it', [draft({ createdAt: 201, changedAt: 210 })], { kind: 'not-started' }],
  ['began and finished after it', [finished(210, { createdAt: 201 })], { kind: 'not-started' }],
  ['had begun', [draft()], answering({ at: null })],
  ['had handed in', [draft({ status: 'review' })], answering({ at: null })],
])('in a closed round, a team that %s', (_team, assessments, expected) => {
  expect(roundState(CLOSED, assessments)).toEqual(expected);
});

const moment = fc.integer({ min: 0, max: 300 });
const assessed: fc.Arbitrary<AssessedInRound> = fc
  .record({ id: fc.uuid(), times: fc.tuple(moment, moment, moment), archived: fc.boolean() })
  .chain(({ id, times, archived }) => {
    const [createdAt = 0, changedAt = 0, finishedAt = 0] = times.toSorted((a, b) => a - b);
    return fc.constantFrom<AssessedInRound>(
      { id, status: 'draft', createdAt, changedAt, finishedAt: null, archived: false },
      { id, status: 'review', createdAt, changedAt, finishedAt: null, archived: false },
      { id, status: 'finished', createdAt, changedAt: finishedAt, finishedAt, archived },
    );
  });
const team = fc.array(assessed, { maxLength: 5 });

test('whatever a team does after a round closed, its state in the round stays', () => {
  fc.assert(
    fc.property(team, team, fc.boolean(), (before, later, finish) => {
      const close = { openedAt: 100, closedAt: 200 };
      const known = before.filter(({ finishedAt, changedAt }) => (finishedAt ?? changedAt) <= 200);
      const then = roundState(close, known);
      const goneOn = known.map((each) =>
        each.finishedAt !== null || !finish
          ? each
          : finished(250, { id: each.id, createdAt: each.createdAt }),
      );
      const begunLater = later.filter(({ createdAt }) => createdAt > 200);
      expect(roundState(close, [...goneOn, ...begunLater])).toEqual(then);
    }),
  );
});

test('closing finishes nobody and takes nobody’s finish away', () => {
  fc.assert(
    fc.property(team, (assessments) => {
      const past = assessments.filter(({ finishedAt, changedAt }) => (finishedAt ?? changedAt) <= 200);
      const [open, closed] = [OPEN, CLOSED].map((span) => roundState(span, past));
      expect(closed?.kind === 'finished').toBe(open?.kind === 'finished');
      expect(closed?.kind === 'not-started').toBe(open?.kind === 'not-started');
    }),
  );
});

test('every team counts once, and is finished or not', () => {
  fc.assert(
    fc.property(fc.array(team, { maxLength: 8 }), (teams) => {
      const states = teams.map((each) => roundState(OPEN, each));
      const { teams: all, ...counts } = roundCounts(states);
      expect(all).toBe(teams.length);
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(all);
      expect(states.filter((state) => isIn('unfinished', state))).toHaveLength(all - counts.finished);
      for (const state of states) expect(isIn(undefined, state)).toBe(true);
    }),
  );
});

test('each filter lets through what it names', () => {
  const states = (['not-started', 'answering', 'in-review', 'finished'] as const).map((kind) => ({
    kind,
  })) as RoundState[];
  expect(
    ROUND_FILTERS.map((filter) => states.filter((state) => isIn(filter, state)).map(({ kind }) => kind)),
  ).toEqual([
    ...[['not-started'], ['answering'], ['in-review'], ['finished']],
    ['not-started', 'answering', 'in-review'],
  ]);
});
