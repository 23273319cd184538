import type { Assessment } from './assessment';
import { doneBy, mondayFrom, weekStart } from './calendar';
import { quarterOf } from './counted';
import { analyseHiring, type HiringGap } from './roadmap-hiring';
import { endsOf, levelWeeks, progressByWeek, type LevelWeek } from './roadmap-levels';
import { roleTracks, type RoleTrack } from './roadmap-roles';
import { scheduleWork, type ScheduleRequest, type WorkPlan } from './roadmap-schedule';
import { slackOf } from './roadmap-slack';
import { platformsOf, toolingTrack, toolsOfStep, type ToolingTrack } from './roadmap-tooling';
import { wantedRoles, type WantedRole } from './roadmap-wanted';
import { purposesOf, unlockedBy, weightsOf, type Purpose } from './roadmap-weights';
import { neededWork, type LeftOut, type Needed } from './roadmap-work';
import { readerOf, type Reader } from './readings';
import { levelTargets } from './required';
import type { Roster } from './roster';
import { score, type ModelScore } from './score';
import type { Capability, Content, ModelId } from './schema/content';
import type { Adjustments, PlanOrder } from './schema/roster';
import type { Rung } from './vocabulary';

/** What a person sets about a climb beside the targets of the assessment. */
export type PlanSettings = {
  roster: Roster;
  order: PlanOrder;
  adjustments: Adjustments;
  /** The roster that was changed into this one; where it only grew, the end is no later than with it. */
  before?: Roster;
};

/**
 * A week of the plan as people speak of it: the Friday by which it is, and its quarter. `range` is the quarter with every effort halved and
 * what nobody knows there already, and with every effort doubled; `null` where doubled it no longer fits.
 */
export type When = { week: number; day: string; quarter: string; range: [string, string | null] };

export type RoadmapStep = {
  id: string;
  capability: string;
  title: string;
  domain: string;
  from: number;
  to: Rung;
  action: string;
  automation: { before: string; after: string };
  startWeek: number;
  endWeek: number;
  /** ISO dates: the Monday on which it starts, the Friday by which it is done. */
  startsOn: string;
  doneOn: string;
  quarter: string;
  /** Person-days by role, and in all. */
  effort: Record<string, number>;
  days: number;
  /** Tenths of a person-day a week, by the role whose people do it. */
  demand: Record<string, number>;
  /** Weeks that it could end later with the end of the plan unmoved; 0 is critical. */
  slack: number;
  /** Why it is there. */
  purposes: Purpose[];
  /** Capabilities that it only prepares. */
  prerequisiteOf: string[];
  /** Steps that come first, and that wait for it, by id. */
  after: string[];
  unlocks: string[];
  /** The first platform that offers something for it. */
  tools: { platform: string; tools: string[] } | null;
  needsNamed: string[];
  unconfirmed: boolean;
  inProgress: boolean;
  /** The effort is a person's own figure. */
  changed: boolean;
  notBefore: string | null;
};

export type Roadmap = {
  /** Monday of week 0. */
  monday: string;
  horizonWeeks: number;
  hireWeeks: number;
  /** Half or more is unrated: there is no plan, but what to answer first, by capability id. `null` otherwise. */
  answerFirst: string[] | null;
  targets: { model: ModelId; level: string }[];
  /** By start, then end. Those past the horizon are here too. */
  steps: RoadmapStep[];
  levels: (Omit<LevelWeek, 'week'> & { when: When | null })[];
  finish: When | null;
  makespan: number;
  lowerBound: number;
  /** Person-days of all steps, and their money by the day rates; `null` without rates. */
  days: number;
  money: { total: number; currency: string; unpriced: string[] } | null;
  progress: ReturnType<typeof progressByWeek>;
  roles: RoleTrack[];
  /** What it would ask of each role if no step waited for people, and where they are not enough. */
  wanted: WantedRole[];
  tooling: ToolingTrack;
  hiring: HiringGap[];
  /** Steps that take longer than their shortest time, because a role's people have too little of it. */
  stretched: { step: string; role: string; weeks: number; shortest: number }[];
  /** Not in the plan, each with its reason. */
  leftOut: LeftOut[];
  /** Ends after the horizon, with what it waits for: steps before it, or else people. */
  late: { step: string; waitsFor: string[] }[];
  /** What the changes of a person cost, against the same plan without them; `null` where nothing was changed. */
  cost: { weeks: number; days: number; lost: { model: ModelId; level: string }[] } | null;
};

type Given = Pick<Assessment, 'answers' | 'statements' | 'questionnaires' | 'targets'>;

/** The schedule of the climb from an assessment to its targets with these people. Pure: the same input gives the same plan. */
export function buildRoadmap(content: Content, given: Given, settings: PlanSettings): Roadmap {
  const { roster, adjustments } = settings;
  const monday = mondayFrom(roster.start);
  const planner = plannerOf(content, given, settings, monday);
  const { needed, read, models } = planner;
  const plan = planner.plan({});
  const levels = planner.levels(plan);
  const quick = planner.plan({ factor: 0.5, known: true, like: plan });
  const slow = planner.plan({ factor: 2, like: plan });
  const [quickLevels, slowLevels] = [planner.levels(quick), planner.levels(slow)];
  const when = (week: number, [least, most]: [number | null, number | null]): When => ({
    week,
    day: week === 0 ? monday : doneBy(monday, week),
    quarter: quarterAt(monday, week),
    // A search may find a better order for more work; the range holds the plan all the same.
    range: [
      quarterAt(monday, Math.min(week, least ?? week)),
      most === null ? null : quarterAt(monday, Math.max(week, most)),
    ],
  });
  const weekIn = (all: LevelWeek[], { model, level }: LevelWeek) =>
    all.find((each) => each.model === model && each.level === level)?.week ?? null;
  const steps = plan.placed.length === 0 ? [] : stepsOf(content, needed, plan, settings, monday);
  const baseline = Object.keys(adjustments).length === 0 ? null : planner.unchanged();
  return {
    monday,
    horizonWeeks: roster.horizonWeeks,
    hireWeeks: roster.hireWeeks,
    answerFirst: needed.gaps.answerFirst,
    targets: levelTargets(models, given.targets),
    steps,
    levels: levels.map(({ week, ...level }) => ({
      ...level,
      when:
        week === null
          ? null
          : when(week, [
              // What nobody knows may be there already: then a level is held today and is not in the list.
              quickLevels.some((each) => each.model === level.model && each.level === level.level)
                ? weekIn(quickLevels, { ...level, week })
                : 0,
              weekIn(slowLevels, { ...level, week }),
            ]),
    })),
    finish:
      steps.length === 0
        ? null
        : when(plan.makespan, [
            quick.makespan,
            slow.placed.length < plan.placed.length ? null : slow.makespan,
          ]),
    makespan: plan.makespan,
    lowerBound: plan.lowerBound,
    days: steps.reduce((sum, { days }) => sum + days, 0),
    money: moneyOf(roster, steps),
    progress: progressByWeek(needed.basis, given, plan.placed),
    roles: roleTracks(content, plan.placed, plan.supply, {
      ...{ roster, monday, questionnaires: given.questionnaires },
    }),
    wanted: wantedRoles(content.roles, plan, needed.work, { roster, monday }),
    tooling: toolingTrack(content, plan.placed, read, roster),
    hiring: analyseHiring(plan, (hired) => planner.plan({ hired }), planner.levels),
    stretched: plan.placed.flatMap(({ id, stretchedBy, duration, weeks }) =>
      stretchedBy === null ? [] : [{ step: id, role: stretchedBy, weeks: duration, shortest: weeks }],
    ),
    leftOut: [...needed.leftOut, ...plan.leftOut],
    late: lateOf(plan, roster.horizonWeeks),
    cost: baseline === null ? null : costOf(plan, levels, baseline, planner.levels),
  };
}

type Variant = Pick<ScheduleRequest, 'hired' | 'factor' | 'like'>;

type Planner = {
  needed: Needed;
  read: Reader;
  models: ModelScore[];
  plan: (options: Variant & { known?: boolean }) => WorkPlan;
  levels: (plan: WorkPlan) => LevelWeek[];
  unchanged: () => WorkPlan;
};

function plannerOf(
  content: Content,
  given: Given,
  { roster, order, adjustments, before }: PlanSettings,
  monday: string,
): Planner {
  const needed = neededWork(content, given, adjustments);
  const { models } = score(needed.basis, given.answers, given.statements);
  const read = readerOf(given.answers);
  const targets = new Map(levelTargets(models, given.targets).map(({ model, level }) => [model, level]));
  const planOf = ({ work, gaps }: Needed, options: Variant) => {
    const byLevel = () => weightsOf(work, purposesOf(work, gaps), models);
    const weights = order === 'levels-early' ? byLevel() : new Map<string, number>();
    return scheduleWork({ work, roster, roles: content.roles, monday, weights, before, ...options });
  };
  return {
    needed,
    read,
    models,
    plan: ({ known = false, ...options }) => {
      const work = known ? needed.work.filter(({ unconfirmed }) => !unconfirmed) : needed.work;
      const ids = new Set(work.map(({ id }) => id));
      const open = work.map((each) => ({ ...each, after: each.after.filter((id) => ids.has(id)) }));
      return planOf({ ...needed, work: open }, options);
    },
    levels: ({ placed }) => levelWeeks(models, read, endsOf(placed), targets),
    unchanged: () => planOf(neededWork(content, given, {}), {}),
  };
}

const quarterAt = (monday: string, week: number): string =>
  quarterOf(week === 0 ? monday : doneBy(monday, week));

function stepsOf(
  { capabilities }: Content,
  { work, gaps }: Needed,
  { placed, supply }: WorkPlan,
  { roster }: PlanSettings,
  monday: string,
): RoadmapStep[] {
  const byId = new Map<string, Capability>(capabilities.map((each) => [each.id, each]));
  const purposes = purposesOf(work, gaps);
  const unlocks = unlockedBy(placed);
  const slack = slackOf(placed, supply, roster.wip);
  const platforms = platformsOf(roster);
  return placed.flatMap((each): RoadmapStep[] => {
    const capability = byId.get(each.capability);
    const step = capability?.steps.find(({ to }) => to === each.to);
    if (capability === undefined || step === undefined) return [];
    const { id, to, startWeek, endWeek, effort, demand, after, prerequisiteOf, needsNamed } = each;
    const { unconfirmed, inProgress, changed, notBefore } = each;
    return [
      {
        ...{ id, to, startWeek, endWeek, effort, demand, after, prerequisiteOf, needsNamed },
        ...{ unconfirmed, inProgress, changed, notBefore },
        capability: capability.id,
        title: capability.title,
        domain: capability.domain,
        from: to - 1,
        action: step.action,
        automation: step.automation,
        startsOn: weekStart(monday, startWeek),
        doneOn: doneBy(monday, endWeek),
        quarter: quarterAt(monday, endWeek),
        days: Object.values(effort).reduce((sum, days) => sum + days, 0),
        slack: slack.get(id) ?? 0,
        purposes: purposes.get(id) ?? [],
        unlocks: unlocks.get(id) ?? [],
        tools: toolsOfStep(step, platforms),
      },
    ];
  });
}

function moneyOf({ dayRates, currency = '' }: Roster, steps: readonly RoadmapStep[]): Roadmap['money'] {
  if (dayRates === undefined || Object.keys(dayRates).length === 0) return null;
  const unpriced = new Set<string>();
  let total = 0;
  for (const [role, days] of steps.flatMap(({ effort }) => Object.entries(effort))) {
    const rate = dayRates[role];
    if (rate === undefined) unpriced.add(role);
    else total += rate * days;
  }
  return { total, currency, unpriced: [...unpriced] };
}

function lateOf({ placed }: WorkPlan, horizon: number): Roadmap['late'] {
  const ends = endsOf(placed);
  return placed
    .filter(({ endWeek }) => endWeek > horizon)
    .map(({ id, after, startWeek }) => ({
      step: id,
      waitsFor: after.filter((each) => ends.get(each) === startWeek),
    }));
}

function costOf(
  plan: WorkPlan,
  levels: LevelWeek[],
  baseline: WorkPlan,
  levelsOf: (plan: WorkPlan) => LevelWeek[],
): Roadmap['cost'] {
  const daysOf = ({ placed }: WorkPlan) =>
    placed.flatMap(({ effort }) => Object.values(effort)).reduce((sum, days) => sum + days, 0);
  const reached = new Set(
    levels.filter(({ week }) => week !== null).map(({ model, level }) => `${model}:${level}`),
  );
  return {
    weeks: plan.makespan - baseline.makespan,
    days: daysOf(plan) - daysOf(baseline),
    lost: levelsOf(baseline)
      .filter(({ week, model, level }) => week !== null && !reached.has(`${model}:${level}`))
      .map(({ model, level }) => ({ model, level })),
  };
}
