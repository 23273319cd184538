import * as fc from 'fast-check';
import { ALL_THE_WAY, roadmapOf, TEAM, THREE_STEPS } from './roadmap-testing';
import { GROUPINGS, timelineOf, type Timeline } from './roadmap-timeline';
import { realContent } from './testing';

const content = realContent();
const barsOf = ({ groups }: Timeline) => groups.flatMap(({ rows }) => rows.flatMap(({ bars }) => bars));

test('three steps of two capabilities are two rows in their domains, against whole quarters', () => {
  const roadmap = roadmapOf(THREE_STEPS);
  const timeline = timelineOf(content, roadmap);
  expect(timeline.groups.map(({ title, rows }) => [title, rows.map((row) => row.title)])).toEqual([
    ['Data', ['Data validation']],
    ['Test and release', ['Rollback']],
  ]);
  expect(barsOf(timeline).map(({ label }) => label)).toEqual([
    'Data validation 2 → 3',
    'Data validation 3 → 4',
    'Rollback 3 → 4',
  ]);
  expect(timeline.quarters[0]).toEqual({
    ...{ quarter: '2027-Q1', startWeek: 0, endWeek: 13, startAt: 0, endAt: 13 / timeline.weeks },
  });
  expect(timeline.quarters.at(-1)?.endWeek).toBe(timeline.weeks);
  expect(timeline.quarters.at(-1)?.startWeek).toBeLessThan(roadmap.makespan);
  expect(timeline.horizon).toBeNull();
});

test('a plan that begins within a quarter begins with what is left of it', () => {
  const roadmap = roadmapOf({ ...THREE_STEPS, roster: { ...TEAM, start: '2027-02-15' } });
  expect(timelineOf(content, roadmap).quarters[0]).toMatchObject({ quarter: '2027-Q1', endWeek: 7 });
});

test('levels are marked in the order in which they are reached, each at its week', () => {
  const roadmap = roadmapOf();
  const { marks, weeks } = timelineOf(content, roadmap);
  expect(marks.map(({ label }) => label).toSorted()).toEqual(['AWS Initial', 'Google L1', 'Microsoft L1']);
  for (const { model, level, week, at } of marks) {
    expect(roadmap.levels.find((each) => each.model === model && each.level === level)?.when?.week).toBe(
      week,
    );
    expect(at).toBe(week / weeks);
  }
  expect(marks.map(({ week }) => week)).toEqual(marks.map(({ week }) => week).toSorted((a, b) => a - b));
});

test('all 172 steps are at most 43 rows; what ends past the horizon is late, and the horizon has its place', () => {
  const roadmap = roadmapOf({ targets: ALL_THE_WAY });
  const timeline = timelineOf(content, roadmap);
  expect(roadmap.steps).toHaveLength(172);
  expect(timeline.groups.map(({ id }) => id)).toEqual(content.lifecycle.domains.map(({ id }) => id));
  expect(timeline.groups.flatMap(({ rows }) => rows)).toHaveLength(43);
  expect(
    barsOf(timeline)
      .filter(({ late }) => late)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(roadmap.late.map(({ step }) => step).toSorted());
  expect(timeline.horizon).toEqual({ week: 104, at: 104 / timeline.weeks });
});

test('nothing to climb is nothing to draw', () => {
  expect(timelineOf(content, roadmapOf({ roster: { ...TEAM, roles: {} } }))).toMatchObject({
    ...{ weeks: 0, groups: [], quarters: [], marks: [] },
  });
});

const plans = fc
  .record({
    rungs: fc.array(fc.constantFrom(0, 1, 2, 3, 4), { minLength: 43, maxLength: 43 }),
    start: fc.constantFrom('2027-01-04', '2026-11-21', '2027-12-30'),
    horizonWeeks: fc.constantFrom(26, 104),
    running: fc.boolean(),
  })
  .map(({ rungs, start, horizonWeeks, running }) =>
    roadmapOf({
      answers: Object.fromEntries(
        content.capabilities.map(({ id }, index) => [id, { rung: rungs[index] ?? 0 }]),
      ),
      roster: { ...TEAM, start, horizonWeeks },
      adjustments: running
        ? { 'data-validation:2': { inProgress: true }, 'source-control:3': { inProgress: true } }
        : {},
    }),
  );

test('every step is drawn once, those of one row never overlap, and all is within the width', () => {
  fc.assert(
    fc.property(plans, fc.constantFrom(...GROUPINGS), (roadmap, by) => {
      const timeline = timelineOf(content, roadmap, by);
      const bars = barsOf(timeline);
      expect(bars.map(({ id }) => id).toSorted()).toEqual(roadmap.steps.map(({ id }) => id).toSorted());
      for (const { bars: own } of timeline.groups.flatMap(({ rows }) => rows))
        for (const [index, bar] of own.entries())
          expect(bar.startWeek).toBeGreaterThanOrEqual(own[index - 1]?.endWeek ?? 0);
      for (const { startAt, endAt } of [...bars, ...timeline.quarters]) {
        expect(startAt).toBeGreaterThanOrEqual(0);
        expect(endAt).toBeGreaterThan(startAt);
        expect(endAt).toBeLessThanOrEqual(1);
      }
      for (const { at } of timeline.marks) expect(at).toBeLessThanOrEqual(1);
      for (const [index, { startWeek }] of timeline.quarters.entries())
        expect(startWeek).toBe(timeline.quarters[index - 1]?.endWeek ?? 0);
    }),
    { numRuns: 15 },
  );
});

test('by role, each step stands under the role with the most days in it', () => {
  const roadmap = roadmapOf();
  const { groups } = timelineOf(content, roadmap, 'role');
  expect(groups.length).toBeGreaterThan(2);
  for (const { id, rows } of groups)
    for (const bar of rows.flatMap(({ bars }) => bars)) {
      const days = roadmap.steps.find((step) => step.id === bar.id)?.effort;
      expect(days?.[id]).toBe(Math.max(...Object.values(days ?? {})));
    }
});

test('the order does not depend on the order of the steps', () => {
  const roadmap = roadmapOf();
  const turned = { ...roadmap, steps: roadmap.steps.toReversed(), levels: roadmap.levels.toReversed() };
  expect(timelineOf(content, turned).groups).toEqual(timelineOf(content, roadmap).groups);
});
