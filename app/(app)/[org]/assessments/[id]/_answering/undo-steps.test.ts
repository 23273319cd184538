import { rung } from './testing';
import { undone, withStep, type Step } from './undo-steps';

const step = (before: Step['before'], after: Step['after'], at = 0, capability = 'a'): Step => ({
  ...{ capability, before, after, at },
});
const note = (text: string) => rung(1, { note: text });

test('each change is a step, and what changes nothing is none', () => {
  const one = withStep([], step(rung(0), rung(1)));
  expect(withStep(one, step(rung(1), rung(1), 1))).toBe(one);
  expect(withStep(one, step(rung(1), rung(2), 1))).toHaveLength(2);
});

test('letters typed in one go are undone together, after a pause on their own', () => {
  let steps = withStep([], step(note(''), note('W')));
  steps = withStep(steps, step(note('W'), note('We'), 500));
  steps = withStep(steps, step(note('We'), note('We h'), 2_400));
  expect(steps).toEqual([step(note(''), note('We h'), 2_400)]);
  expect(withStep(steps, step(note('We h'), note('We ha'), 4_401))).toHaveLength(2);
});

test('a choice between letters, and another question, are steps of their own', () => {
  const typed = withStep([], step(note(''), note('W')));
  expect(withStep(typed, step(note('W'), rung(2, { note: 'W' }), 10))).toHaveLength(2);
  expect(withStep(typed, step(note(''), note('W'), 10, 'b'))).toHaveLength(2);
  const chosen = withStep([], step(rung(0), rung(1)));
  expect(withStep(chosen, step(rung(1), note('W'), 10))).toHaveLength(2);
});

test('the newest hundred steps are kept', () => {
  let steps: readonly Step[] = [];
  for (let at = 0; at < 150; at += 1)
    steps = withStep(steps, step(rung(at % 2 === 0 ? 0 : 1), rung(at % 2 === 0 ? 1 : 0), at));
  expect([steps.length, steps[0]?.at]).toEqual([100, 50]);
});

test('undoing gives back what was before, and that vendors were looked at stays', () => {
  const made = step(rung(0, { note: 'Mine.' }), rung(3));
  expect(undone(made, rung(3, { vendorsSeenFirst: true }))).toEqual(
    rung(0, { note: 'Mine.', vendorsSeenFirst: true }),
  );
});

test('what somebody changed since is not undone', () => {
  expect(undone(step(rung(0), rung(3)), rung(3, { note: 'Ben' }))).toBeNull();
});
