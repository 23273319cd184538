import * as fc from 'fast-check';
import { climbed } from './gap';
import { buildRoadmap, type PlanSettings, type Roadmap } from './roadmap';
import { isRunning } from './roadmap-schedule';
import { stepId } from './roadmap-work';
import { capacityOf, doerOf, peopleOf, withPeople, type Roster } from './roster';
import { scoringBasis } from './requirements';
import type { Content, ModelId } from './schema/content';
import type { Adjustments, Staffing } from './schema/roster';
import { score } from './score';
import { cases, CONTENTS, type Case } from './testing';
import { MODEL_IDS } from './vocabulary';

const staffingOf = (roles: string[]): fc.Arbitrary<Staffing> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 30 }).map((tenths) => tenths / 10) },
    {
      weight: 2,
      arbitrary: fc.record({
        people: fc.integer({ min: 1, max: 4 }),
        share: fc.integer({ min: 10, max: 100 }),
      }),
    },
    { weight: 1, arbitrary: fc.constantFrom(...roles).map((coveredBy) => ({ coveredBy })) },
  );

const rosterOf = ({ roles }: Content): fc.Arbitrary<Roster> => {
  const ids = roles.map(({ id }) => id);
  return fc
    .record({
      start: fc.constantFrom('2027-01-04', '2026-11-21', '2027-12-30'),
      share: fc.integer({ min: 20, max: 100 }),
      horizonWeeks: fc.constantFrom(26, 104, 520),
      hireWeeks: fc.constantFrom(0, 12),
      wip: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
      staff: fc.tuple(...ids.map(() => fc.option(staffingOf(ids)))),
      platform: fc.constant('aws' as const),
    })
    .map(({ staff, ...rest }) => {
      const named = Object.fromEntries(
        ids.flatMap((id, index) => {
          const staffing = staff[index] ?? null;
          return staffing === null ? [] : [[id, staffing]];
        }),
      );
      const roles = Object.fromEntries(Object.entries(named).filter(([id]) => doerOf(named, id) !== null));
      return { ...rest, roles };
    });
};

const changesTo = ({ capabilities }: Content): fc.Arbitrary<Adjustments> =>
  fc
    .array(
      fc.tuple(
        fc.constantFrom(...capabilities.flatMap(({ id }) => [1, 2, 3, 4].map((to) => stepId(id, to)))),
        fc.oneof(
          fc.constantFrom('2027-03-01', '2040-01-01').map((notBefore) => ({ notBefore })),
          fc.constant({ excluded: 'Not with us.' }),
          fc.constant({ inProgress: true as const }),
          fc.constantFrom(0, 0.5, 40).map((days) => ({ effort: { engineer: days } })),
        ),
      ),
      { maxLength: 3 },
    )
    .map((entries) => Object.fromEntries(entries));

type Planned = Case & { settings: PlanSettings };

const planned = (contents: fc.Arbitrary<Content>, changed = true): fc.Arbitrary<Planned> =>
  cases(contents, { stated: true, wishes: true }).chain((each) =>
    fc
      .record({
        roster: rosterOf(each.content),
        order: fc.constantFrom('levels-early' as const, 'finish-early' as const),
        adjustments: changed ? changesTo(each.content) : fc.constant({}),
      })
      .map((settings) => ({ ...each, settings })),
  );

const roadmapOf = ({ content, settings, ...given }: Planned): Roadmap =>
  buildRoadmap(content, { ...given, questionnaires: [...MODEL_IDS] }, settings);

describe.each(CONTENTS)('on $kind', ({ contents, runs }) => {
  const holds = (check: (roadmap: Roadmap, given: Planned) => void) =>
    fc.assert(
      fc.property(planned(contents), (given) => check(roadmapOf(given), given)),
      { numRuns: Math.ceil(runs / 6) },
    );

  test('a step starts after all that it waits for, and never before the day that a person set', () => {
    holds(({ steps, monday }, { settings }) => {
      const byId = new Map(steps.map((step) => [step.id, step]));
      for (const { id, after, startWeek, startsOn, endWeek, inProgress } of steps) {
        expect(endWeek).toBeGreaterThan(startWeek);
        const notBefore = settings.adjustments[id]?.notBefore;
        if (isRunning({ inProgress, after })) continue;
        if (notBefore !== undefined && notBefore > monday) expect(startsOn >= notBefore).toBe(true);
        for (const before of after) expect(byId.get(before)?.endWeek).toBeLessThanOrEqual(startWeek);
      }
    });
  });

  test('in no week is a role asked for more than it gives, nor do more steps run than wanted', () => {
    holds(({ steps, makespan }, { settings: { roster } }) => {
      const running = steps.filter((step) => !isRunning(step));
      for (let week = 0; week < makespan; week += 1) {
        const now = running.filter(({ startWeek, endWeek }) => startWeek <= week && week < endWeek);
        if (roster.wip !== undefined) expect(now.length).toBeLessThanOrEqual(roster.wip);
        const asked: Record<string, number> = {};
        for (const [role, units] of now.flatMap(({ demand }) => Object.entries(demand)))
          asked[role] = (asked[role] ?? 0) + units;
        for (const [role, units] of Object.entries(asked))
          expect(units).toBeLessThanOrEqual(capacityOf(roster, role));
      }
    });
  });

  test('every step that is needed is in the plan or left out with a reason, and none is both', () => {
    holds(({ steps, leftOut, answerFirst }, { settings }) => {
      if (answerFirst !== null) expect(steps).toEqual([]);
      const out = leftOut.map(({ id }) => id);
      const all = [...steps.map(({ id }) => id), ...out];
      expect(new Set(all).size).toBe(all.length);
      for (const { id, reason } of leftOut) {
        if (reason.kind === 'waits') expect(out).toContain(reason.for);
        if (reason.kind === 'excluded') expect(settings.adjustments[id]?.excluded).toBe(reason.reason);
      }
    });
  });

  test('applying the steps and scoring again reaches exactly the promised levels at the promised weeks', () => {
    holds(({ steps, levels }, { content, answers, statements }) => {
      const basis = scoringBasis(content, MODEL_IDS);
      const levelsOf = (now: typeof answers) =>
        new Map(score(basis, now, statements).models.map(({ model, level }) => [model, level.certain]));
      const held = levelsOf(answers);
      for (const week of new Set([0, ...steps.map(({ endWeek }) => endWeek)])) {
        const done = steps.filter(({ endWeek }) => endWeek <= week).toSorted((a, b) => a.to - b.to);
        const promised = (model: ModelId) =>
          levels.findLast((each) => each.model === model && each.when !== null && each.when.week <= week)
            ?.level ?? held.get(model);
        for (const [model, level] of levelsOf(climbed(answers, done))) expect(level).toBe(promised(model));
      }
    });
  });

  test('the range of a finish holds the finish', () => {
    holds(({ finish }) => {
      if (finish === null) return;
      const [least, most] = finish.range;
      expect(least <= finish.quarter).toBe(true);
      expect((most ?? '9') >= finish.quarter).toBe(true);
    });
  });

  test('one person more never delays the end of the plan that is changed', () => {
    fc.assert(
      fc.property(planned(contents), fc.nat(), (given, pick) => {
        const { roster } = given.settings;
        const staffed = Object.keys(roster.roles).filter((role) => peopleOf(roster, role) > 0);
        const role = staffed[pick % Math.max(1, staffed.length)];
        if (role === undefined) return;
        const fewer = roadmapOf(given);
        const grown = withPeople(roster, role, peopleOf(roster, role) + 1);
        const more = roadmapOf({ ...given, settings: { ...given.settings, roster: grown, before: roster } });
        // A role with hardly any time leaves steps out that do not fit; more time brings them in.
        if (more.steps.length === fewer.steps.length)
          expect(more.makespan).toBeLessThanOrEqual(fewer.makespan);
        expect(more.steps.length).toBeGreaterThanOrEqual(fewer.steps.length);
      }),
      { numRuns: Math.ceil(runs / 3) },
    );
  });
});
