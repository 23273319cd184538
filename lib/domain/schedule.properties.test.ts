import * as fc from 'fast-check';
import { schedule } from './schedule';
import { anyBetter, costOf, faultsOf, projects } from './schedule-testing';

const SMALL = { numRuns: 80 };
const LARGE = { numRuns: 40 };
const BUDGET = { schedules: 200 };

describe.each([
  { kind: 'constant capacity', steps: false },
  { kind: 'capacity that goes down and up', steps: true },
])('with $kind', ({ steps }) => {
  const small = projects({ most: 5, steps });
  const large = projects({ most: 25, steps, longest: 6 });

  test('predecessors, releases and the capacity of every week hold, and nothing is left out', () => {
    fc.assert(
      fc.property(large, fc.constantFrom('makespan', 'weighted'), (project, objective) => {
        const { start, makespan, lowerBound, unschedulable } = schedule(project, { ...BUDGET, objective });
        expect(faultsOf(project, start)).toEqual([]);
        expect(unschedulable).toEqual([]);
        expect(Object.keys(start)).toHaveLength(project.activities.length);
        expect(makespan).toBe(costOf(project, start).makespan);
        expect(lowerBound).toBeLessThanOrEqual(makespan);
      }),
      LARGE,
    );
  });

  test('no schedule of a small project ends earlier, or as early with a smaller sum of weight × end', () => {
    fc.assert(
      fc.property(small, (project) => {
        const { start, makespan } = schedule(project);
        const { weighted } = costOf(project, start);
        const better = anyBetter(
          project,
          makespan,
          (other) => other.makespan < makespan || other.weighted < weighted,
        );
        expect(better).toBeUndefined();
      }),
      SMALL,
    );
  });

  test('by weight, no schedule of a small project has a smaller sum of weight × end, or the same and ends earlier', () => {
    fc.assert(
      fc.property(small, (project) => {
        const found = costOf(project, schedule(project, { objective: 'weighted' }).start);
        const better = anyBetter(
          project,
          found.makespan + 1,
          ({ makespan, weighted }) =>
            weighted < found.weighted || (weighted === found.weighted && makespan < found.makespan),
        );
        expect(better).toBeUndefined();
      }),
      SMALL,
    );
  });

  test('the lower bound that the search starts from is not above the best makespan', () => {
    fc.assert(
      fc.property(small, (project) => {
        const { lowerBound } = schedule(project, { objective: 'weighted' });
        expect(lowerBound).toBeLessThanOrEqual(schedule(project).makespan);
      }),
      SMALL,
    );
  });

  test('the same seed and number of schedules give the same schedule', () => {
    fc.assert(
      fc.property(large, fc.nat(), (project, seed) => {
        expect(schedule(project, { ...BUDGET, seed })).toEqual(schedule(project, { ...BUDGET, seed }));
      }),
      { numRuns: 20 },
    );
  });

  test('the result is never worse than a candidate that holds the rules, however few schedules are made', () => {
    fc.assert(
      fc.property(large, fc.constantFrom('makespan', 'weighted'), (project, objective) => {
        const given = schedule(project, { schedules: 400, seed: 'another', objective });
        const { start } = schedule(project, { schedules: 1, objective, candidates: [given.start] });
        const [before, after] = [costOf(project, given.start), costOf(project, start)];
        expect(after[objective]).toBeLessThanOrEqual(before[objective]);
        if (after[objective] === before[objective])
          expect(after.makespan + after.weighted).toBeLessThanOrEqual(before.makespan + before.weighted);
      }),
      LARGE,
    );
  });
});

test('whatever the calendars, each activity is scheduled by the rules or named with a reason, and a bound is one of what is scheduled', () => {
  const step = fc.record({ from: fc.nat({ max: 30 }), units: fc.nat({ max: 5 }) });
  const calendar = fc.uniqueArray(step, { selector: ({ from }) => from, maxLength: 5 });
  const any = fc
    .tuple(projects({ most: 15, steps: false }), calendar, calendar)
    .map(([{ activities }, a, b]) => ({ activities, capacity: { a, b } }));
  fc.assert(
    fc.property(any, (project) => {
      const { start, makespan, lowerBound, unschedulable } = schedule(project, BUDGET);
      expect(faultsOf(project, start)).toEqual([]);
      const named = unschedulable.map(({ id }) => id);
      const ids = project.activities.map(({ id }) => id);
      expect([...Object.keys(start), ...named].toSorted()).toEqual(ids.toSorted());
      expect(lowerBound).toBeLessThanOrEqual(makespan);
      for (const each of unschedulable) if (each.reason === 'after') expect(named).toContain(each.after);
    }),
    { numRuns: 200 },
  );
});
