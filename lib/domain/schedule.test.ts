import { schedule } from './schedule';
import type { Activity } from './schedule-activities';
import { costOf, faultsOf, type Project } from './schedule-testing';
import { randomFrom } from './seeded-random';

const work = (id: string, duration: number, units: number, more: Partial<Activity> = {}): Activity => ({
  ...{ id, duration, demand: units === 0 ? {} : { people: units }, after: [] },
  ...more,
});

const solve = (activities: Activity[], capacity: Project['capacity'] = { people: 2 }) =>
  schedule({ activities, capacity });

test('a project without activities ends in week 0', () => {
  expect(solve([])).toEqual({ start: {}, makespan: 0, lowerBound: 0, unschedulable: [], generated: 0 });
});

test.each<{ rule: string; activities: Activity[]; start: Record<string, number>; makespan: number }>([
  {
    rule: 'what does not fit side by side runs one after another',
    activities: [work('a', 2, 2), work('b', 3, 2, { after: ['a'] }), work('c', 1, 1, { after: ['b'] })],
    ...{ start: { a: 0, b: 2, c: 5 }, makespan: 6 },
  },
  {
    rule: 'what fits side by side does',
    activities: [work('a', 2, 1), work('b', 2, 1)],
    ...{ start: { a: 0, b: 0 }, makespan: 2 },
  },
  {
    rule: 'nothing starts before its release',
    activities: [work('a', 1, 1, { notBefore: 4 }), work('b', 1, 1)],
    ...{ start: { a: 4, b: 0 }, makespan: 5 },
  },
  {
    rule: 'a milestone takes no week and needs nobody',
    activities: [work('a', 2, 1), work('done', 0, 9, { after: ['a'] }), work('b', 1, 2, { after: ['done'] })],
    ...{ start: { a: 0, done: 2, b: 2 }, makespan: 3 },
  },
])('$rule', ({ activities, start, makespan }) => {
  expect(solve(activities)).toMatchObject({ start, makespan, lowerBound: makespan, unschedulable: [] });
});

test('among equal makespans the weightier ends earlier', () => {
  const activities = [work('light', 2, 2, { weight: 1 }), work('heavy', 2, 2, { weight: 5 })];
  expect(solve(activities).start).toEqual({ light: 2, heavy: 0 });
});

test('by weight, a weighty activity goes first even where the whole then ends later', () => {
  const activities = [
    work('start', 1, 2),
    work('long', 6, 1, { after: ['start'] }),
    work('heavy', 3, 1, { weight: 9 }),
  ];
  const capacity = { people: 2 };
  expect(schedule({ activities, capacity })).toMatchObject({ start: { heavy: 1 }, makespan: 7 });
  const early = schedule({ activities, capacity }, { objective: 'weighted' });
  expect(early).toMatchObject({ start: { heavy: 0 }, makespan: 10 });
});

describe('with capacity in steps', () => {
  test('there is none before the first step', () => {
    expect(solve([work('a', 1, 1)], { people: [{ from: 3, units: 1 }] }).start).toEqual({ a: 3 });
  });

  test('an activity runs only where every one of its weeks has enough, however the steps are sorted', () => {
    const people = [
      { from: 5, units: 2 },
      { from: 0, units: 2 },
      { from: 2, units: 1 },
    ];
    const { start } = solve([work('a', 3, 2), work('b', 2, 2), work('c', 3, 1)], { people });
    expect(start).toEqual({ a: 5, b: 0, c: 2 });
  });

  test('an activity that waits for one which needs the last weeks of much capacity has no room', () => {
    const people = [
      { from: 0, units: 2 },
      { from: 4, units: 1 },
    ];
    const activities = [work('a', 3, 2), work('b', 3, 2), work('c', 1, 1, { after: ['b'] }), work('d', 2, 1)];
    const { start, unschedulable, makespan, lowerBound } = solve(activities, { people });
    expect(Object.keys(start)).toEqual(expect.arrayContaining(['b', 'c', 'd']));
    expect(unschedulable).toEqual([{ id: 'a', reason: 'room' }]);
    expect(faultsOf({ activities, capacity: { people } }, start)).toEqual([]);
    expect(lowerBound).toBeLessThanOrEqual(makespan);
  });

  test('many that need the weeks before capacity falls get them before those that can wait', () => {
    const people = [
      { from: 0, units: 4 },
      { from: 12, units: 1 },
    ];
    const activities = [
      ...Array.from({ length: 12 }, (_, index) => work(`can-wait-${index}`, 4, 1)),
      ...Array.from({ length: 6 }, (_, index) =>
        work(`wide-${index}`, 2, 4, { after: index > 0 ? [`wide-${index - 1}`] : [] }),
      ),
    ];
    const { start, unschedulable } = solve(activities, { people });
    expect(unschedulable).toEqual([]);
    expect(faultsOf({ activities, capacity: { people } }, start)).toEqual([]);
  });
});

describe('what can never run', () => {
  const hiring: Project['capacity'] = {
    people: [
      { from: 0, units: 2 },
      { from: 3, units: 0 },
      { from: 9, units: 1 },
    ],
  };

  test.each<{ reason: string; activity: Activity; resource: string }>([
    { reason: 'more units than there ever are', activity: work('a', 1, 3), resource: 'people' },
    { reason: 'enough units, for too few weeks', activity: work('a', 4, 2), resource: 'people' },
    {
      reason: 'enough units, before it may start',
      activity: work('a', 1, 2, { notBefore: 3 }),
      resource: 'people',
    },
    {
      reason: 'a resource without a calendar',
      activity: work('a', 1, 0, { demand: { tester: 1 } }),
      resource: 'tester',
    },
    {
      reason: 'two resources, one of which is enough',
      activity: work('a', 1, 1, { demand: { people: 1, tester: 1 } }),
      resource: 'tester',
    },
  ])('is named with the resource: $reason', ({ activity, resource }) => {
    const { start, unschedulable } = solve([activity, work('other', 2, 1)], hiring);
    expect(unschedulable).toEqual([{ id: 'a', reason: 'resource', resource }]);
    expect(start).toEqual({ other: 0 });
  });

  test('takes all that waits for it along, each with what it waits for', () => {
    const { start, unschedulable } = solve([
      work('last', 1, 1, { after: ['next', 'free'] }),
      work('next', 1, 1, { after: ['never'] }),
      work('free', 1, 1),
      work('never', 1, 3),
    ]);
    expect(start).toEqual({ free: 0 });
    expect(unschedulable).toEqual([
      { id: 'last', reason: 'after', after: 'next' },
      { id: 'next', reason: 'after', after: 'never' },
      { id: 'never', reason: 'resource', resource: 'people' },
    ]);
  });
});

test.each<{ fault: string; activities: Activity[]; capacity?: Project['capacity']; message: string }>([
  {
    fault: 'an id twice',
    activities: [work('a', 1, 1), work('a', 2, 1)],
    message: 'activity a is there twice',
  },
  {
    fault: 'an unknown predecessor',
    activities: [work('a', 1, 1, { after: ['b'] })],
    message: 'activity a is after b, which is not there',
  },
  {
    fault: 'a circle',
    activities: [
      work('behind', 1, 1, { after: ['a'] }),
      work('a', 1, 1, { after: ['b'] }),
      work('b', 1, 1, { after: ['a'] }),
    ],
    message: 'activity a waits for itself in a circle',
  },
  { fault: 'a negative duration', activities: [work('a', -1, 1)], message: 'duration of activity a is -1' },
  {
    fault: 'a sum of weights that is not exact any more',
    activities: [work('a', 4_000, 1, { weight: 2_000_000_000 })],
    message: 'weights are too great',
  },
  { fault: 'a fraction', activities: [work('a', 1, 0.5)], message: 'demand of people of activity a is 0.5' },
  {
    fault: 'a fractional capacity',
    activities: [],
    capacity: { people: [{ from: 0, units: 1.5 }] },
    message: 'capacity of people has 1.5',
  },
  {
    fault: 'two capacities for a week',
    activities: [],
    capacity: {
      people: [
        { from: 2, units: 1 },
        { from: 2, units: 3 },
      ],
    },
    message: 'capacity of people is given twice for week 2',
  },
])('$fault is refused by name', ({ activities, capacity = { people: 2 }, message }) => {
  expect(() => solve(activities, capacity)).toThrow(message);
});

/** 40 activities on three resources, the same for a seed. */
function sizeable(seed: string): Project {
  const random = randomFrom(seed);
  const upTo = (most: number) => Math.floor(random() * most);
  const activities = Array.from({ length: 40 }, (_, index) => ({
    ...{ id: `n${index}`, duration: 1 + upTo(8), demand: { a: upTo(5), b: upTo(5), c: upTo(3) } },
    after: index < 4 ? [] : [...new Set([`n${upTo(index)}`, `n${upTo(index)}`])],
    weight: upTo(4),
  }));
  return {
    activities,
    capacity: {
      a: 6,
      b: 7,
      c: [
        { from: 0, units: 2 },
        { from: 30, units: 4 },
      ],
    },
  };
}

describe('the effort', () => {
  test.each([1, 2, 60, 1_000])('is at most %i generated schedules', (schedules) => {
    expect(schedule(sizeable('effort'), { schedules }).generated).toBeLessThanOrEqual(schedules);
  });

  test('of more schedules never ends later than that of one', () => {
    for (const seed of ['a', 'b', 'c']) {
      const one = schedule(sizeable(seed), { schedules: 1 });
      expect(schedule(sizeable(seed), { schedules: 600 }).makespan).toBeLessThanOrEqual(one.makespan);
    }
  });

  test('ends when the clock says so, and asks for a clock', () => {
    let now = 0;
    const clock = () => (now += 1);
    const project = sizeable('clock');
    const { start, generated } = schedule(project, { budgetMs: 30, clock });
    expect(faultsOf(project, start)).toEqual([]);
    expect(generated).toBeLessThanOrEqual(100);
    expect(() => schedule(project, { budgetMs: 30 })).toThrow('budgetMs needs a clock');
  });
});

test('by weight, the sum of weight × end is smaller than by makespan', () => {
  const project = sizeable('weights');
  const { start } = schedule(project, { objective: 'weighted' });
  expect(costOf(project, start).weighted).toBeLessThan(costOf(project, schedule(project).start).weighted);
});

test('a candidate that only orders some activities is a beginning like any other', () => {
  const project = sizeable('candidate');
  const { start } = schedule(project, { schedules: 50, candidates: [{ n39: -5, n3: 2, unknown: 1 }, {}] });
  expect(faultsOf(project, start)).toEqual([]);
});
