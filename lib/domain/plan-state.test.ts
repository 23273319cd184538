import { planState, withAccepted, type Kept } from './plan-state';

const STEPS = [{ id: 'rollback:2', startsOn: '2027-01-04', doneOn: '2027-01-29', days: 5 }];
const kept = (row: Partial<Kept> = {}): ReadonlyMap<string, Kept> =>
  new Map([
    [
      'rollback:2',
      { step: 'rollback:2', status: 'planned', dueOn: null, doneOn: null, acceptedAt: null, ...row },
    ],
  ]);
const ANSWERED = new Map([['rollback', '2027-01-10T12:00:00.000Z']]);
const BEFORE = '2027-01-09T12:00:00.000Z';
const AFTER = '2027-01-20T12:00:00.000Z';

test.each([
  ['that nobody touched is planned', new Map(), 1, 'planned'],
  ['that runs is in progress', kept({ status: 'in-progress' }), 1, 'in-progress'],
  ['that is done waits for somebody to accept it', kept({ status: 'done' }), 1, 'to-accept'],
  [
    'that was accepted since the answer is accepted',
    kept({ status: 'done', acceptedAt: AFTER }),
    1,
    'accepted',
  ],
  ['that is rated lower since is open again', kept({ status: 'done', acceptedAt: BEFORE }), 1, 'reopened'],
  ['whose rung the answers have is reached, whatever was kept', kept(), 2, 'reached'],
])('a step %s', (_what, own, rung, state) => {
  const given = { answers: { rollback: { rung: rung as 1 | 2 } }, answeredAt: ANSWERED };
  expect(planState({ steps: STEPS }, own, given, '2027-01-20').steps[0]?.state).toBe(state);
});

test('a step is late after its day, or after the day that somebody set instead, unless it is there', () => {
  const late = (own: ReadonlyMap<string, Kept>, today: string, rung: 1 | 2 = 1) =>
    planState({ steps: STEPS }, own, { answers: { rollback: { rung } }, answeredAt: ANSWERED }, today).late;
  expect([late(new Map(), '2027-01-29'), late(new Map(), '2027-01-30')]).toEqual([0, 1]);
  expect([late(kept({ dueOn: '2027-03-01' }), '2027-02-01'), late(kept(), '2027-02-01', 2)]).toEqual([0, 0]);
});

test('what was accepted raises the answer rung by rung, and an answer that is newer stays', () => {
  const own = new Map([...kept({ status: 'done', acceptedAt: AFTER })]);
  own.set('rollback:4', { step: 'rollback:4', status: 'done', dueOn: null, doneOn: null, acceptedAt: AFTER });
  expect(withAccepted({ rollback: { rung: 1 } }, own, ANSWERED)).toEqual({ rollback: { rung: 2 } });
  const newer = new Map([['rollback', '2027-02-01T00:00:00.000Z']]);
  expect(withAccepted({ rollback: { rung: 1 } }, own, newer)).toEqual({ rollback: { rung: 1 } });
  expect(withAccepted({ rollback: { unknown: true } }, own, ANSWERED)).toEqual({
    rollback: { unknown: true },
  });
});
