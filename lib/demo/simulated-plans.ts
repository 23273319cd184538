import { weekStart } from '@/lib/domain/calendar';
import { promiseOf, type PlanPromise } from '@/lib/domain/plan-promise';
import type { PlanInput } from '@/lib/domain/plan-input';
import { buildRoadmap } from '@/lib/domain/roadmap';
import type { Roster } from '@/lib/domain/roster';
import type { Content } from '@/lib/domain/schema/content';
import { PLATFORMS } from '@/lib/domain/vocabulary';
import type { SimulatedAssessment, SimulatedOrganisation, SimulatedTeam } from './organisation';
import { chance } from './random';

/** So many schedules are computed; all teams plan after one of these. */
const PATTERNS = 16;
/** A team begins up to so many weeks after its pattern. */
const MOST_WEEKS = 26;
/** Steps that something is kept of. */
const KEPT = 10;

export type SimulatedStep = {
  step: string;
  status: 'planned' | 'in-progress' | 'done';
  dueOn: string | null;
  doneOn: string | null;
  acceptedOn: string | null;
};

export type SimulatedPlan = {
  /** The round that it was made from: the last but one, so that the newest answers say what has become of it. */
  from: SimulatedAssessment;
  input: PlanInput;
  promise: PlanPromise;
  steps: SimulatedStep[];
};

/**
 * The plan of each team that has finished a round. A schedule for each would take minutes, so a few patterns are computed, each from the
 * answers of one team with people and a platform of its own; every other team takes one over, begun some weeks later.
 */
export function simulatedPlans(
  content: Content,
  { teams }: Pick<SimulatedOrganisation, 'teams'>,
): (team: SimulatedTeam) => SimulatedPlan | null {
  const patterns: Pick<SimulatedPlan, 'input' | 'promise'>[] = [];
  for (const { slug, rounds } of teams) {
    if (patterns.length === PATTERNS) break;
    const from = rounds().finished.slice(-2)[0];
    if (from !== undefined) patterns.push(patternOf(content, slug, from));
  }
  return ({ slug, rounds }) => {
    const from = rounds().finished.slice(-2)[0];
    const pattern = patterns[Math.floor(patterns.length * chance(`${slug} pattern`))];
    if (from === undefined || pattern === undefined) return null;
    const weeks = Math.floor(MOST_WEEKS * chance(`${slug} plan begins`));
    const promise = later(pattern.promise, weeks);
    return { from, input: pattern.input, promise, steps: keptOf(slug, promise) };
  };
}

function patternOf(content: Content, slug: string, { assessment, date }: SimulatedAssessment) {
  const targets = { aws: 'repeatable', microsoft: '2', google: '1' };
  const settings = { roster: rosterOf(slug, date), order: 'levels-early' as const, adjustments: {} };
  const promise = promiseOf(buildRoadmap(content, { ...assessment, targets }, settings));
  return { input: { targets, ...settings }, promise };
}

function rosterOf(slug: string, start: string): Roster {
  const mlEngineers = Math.floor(3 * chance(`${slug} ML engineers`)) / 2;
  const platform = PLATFORMS[Math.floor(PLATFORMS.length * chance(`${slug} platform`))] ?? PLATFORMS[0];
  return {
    ...{ start, share: 50, horizonWeeks: 104, hireWeeks: 12, platform },
    roles: {
      ...{ 'business-stakeholder': 0.5, 'subject-matter-expert': 0.5 },
      ...{ 'data-engineer': 1, 'data-scientist': 2, 'software-engineer': 1, 'platform-engineer': 1 },
      ...(mlEngineers > 0 && { 'ml-engineer': mlEngineers }),
      'database-administrator': { coveredBy: 'data-engineer' },
      'security-engineer': { coveredBy: 'platform-engineer' },
    },
  };
}

/** The same with its steps some weeks later. Levels, the end and what is wanted of roles stay: nothing is added up across these and steps. */
function later(promise: PlanPromise, weeks: number): PlanPromise {
  return {
    ...promise,
    monday: weekStart(promise.monday, weeks),
    steps: promise.steps.map((step) => ({
      ...step,
      startsOn: weekStart(step.startsOn, weeks),
      doneOn: weekStart(step.doneOn, weeks),
    })),
  };
}

/** Of the first steps most are done and accepted, one waits for that, two are begun, and the last has more time. */
function keptOf(slug: string, { steps }: PlanPromise): SimulatedStep[] {
  const none = { dueOn: null, doneOn: null, acceptedOn: null };
  if (chance(`${slug} keeps its plan`) < 0.1) return [];
  return steps.slice(0, KEPT).map(({ id, doneOn }, index): SimulatedStep => {
    if (index < KEPT - 4) return { ...none, step: id, status: 'done', doneOn, acceptedOn: doneOn };
    if (index === KEPT - 4) return { ...none, step: id, status: 'done', doneOn };
    if (index < KEPT - 1) return { ...none, step: id, status: 'in-progress' };
    return { ...none, step: id, status: 'planned', dueOn: weekStart(doneOn, 8) };
  });
}
