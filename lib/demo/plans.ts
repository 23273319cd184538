import { weekStart } from '@/lib/domain/calendar';
import { promiseOf, type PlanPromise } from '@/lib/domain/plan-promise';
import type { PlanInput } from '@/lib/domain/plan-input';
import { buildRoadmap } from '@/lib/domain/roadmap';
import { withPeople, type Roster } from '@/lib/domain/roster';
import type { Content } from '@/lib/domain/schema/content';
import type { Platform } from '@/lib/domain/vocabulary';
import type { DemoTeam, HarbourBank } from './harbour-bank';
import { chance } from './random';

/** How a plan of the demo goes: kept to its days, left behind, or to begin in spring. */
type Course = 'kept' | 'behind' | 'ahead';

type PlanStory = {
  team: string;
  course: Course;
  /** ML engineers; nobody where this is 0. */
  mlEngineers: number;
  platform: Platform;
};

/** The bank has two clouds and a data centre, by the habit of each department, and too few ML engineers. */
const STORIES: PlanStory[] = [
  story('fraud-scoring', 'kept', 1, 'aws'),
  story('mortgage-decisions', 'kept', 1, 'aws'),
  story('customer-churn', 'behind', 0.4, 'aws'),
  story('next-best-offer', 'kept', 0.4, 'aws'),
  story('deposit-forecasting', 'kept', 0.4, 'aws'),
  story('loan-pricing', 'kept', 0.5, 'aws'),
  story('motor-pricing', 'kept', 0.4, 'azure'),
  story('claims-triage', 'behind', 0, 'azure'),
  story('claims-fraud', 'ahead', 0.4, 'azure'),
  story('card-authorisation', 'kept', 1, 'aws'),
  story('merchant-risk', 'kept', 0.5, 'aws'),
  story('payment-routing', 'kept', 0.4, 'aws'),
  story('chargebacks', 'behind', 0.4, 'aws'),
  story('cash-demand', 'kept', 0.4, 'aws'),
  story('money-laundering', 'kept', 0.5, 'open-source'),
  story('credit-risk', 'ahead', 0.5, 'open-source'),
  story('market-risk', 'behind', 0, 'open-source'),
];

function story(team: string, course: Course, mlEngineers: number, platform: Platform): PlanStory {
  return { team, course, mlEngineers, platform };
}

/** The Monday from which a plan runs, and the day on which it was chosen: those that were left behind follow the round before. */
const DAYS: Record<Course, { quarter: string; chosen: string; start: string }> = {
  behind: { quarter: 'Q3 2026', chosen: '2026-09-17', start: '2026-09-21' },
  kept: { quarter: 'Q4 2026', chosen: '2026-11-30', start: '2026-11-30' },
  ahead: { quarter: 'Q4 2026', chosen: '2026-12-04', start: '2027-03-01' },
};

/** What is kept of one step by the story's day; `acceptedOn` where somebody accepted the rung. */
export type DemoStep = {
  step: string;
  status: 'in-progress' | 'done';
  owner: string | null;
  dueOn: string | null;
  doneOn: string | null;
  acceptedOn: string | null;
};

export type DemoPlan = {
  team: string;
  /** The round whose answers it was made from. */
  quarter: string;
  chosenOn: string;
  input: PlanInput;
  promise: PlanPromise;
  steps: DemoStep[];
};

/** The day up to which the demo's plans are kept: in January, when the next round is open. */
const STORY_DAY = '2027-01-20';

/** The people of one team, half of them with other work to do. */
function rosterOf({ mlEngineers, platform, course, team }: PlanStory): Roster {
  return {
    ...{ start: DAYS[course].start, share: 50, horizonWeeks: 104, hireWeeks: 12, platform },
    roles: {
      ...{ 'business-stakeholder': 0.5, 'subject-matter-expert': 0.5 },
      'data-engineer': chance(`${team} data engineers`) < 0.5 ? 1 : 2,
      ...{ 'data-scientist': 2, 'software-engineer': 1, 'platform-engineer': 1 },
      ...(mlEngineers > 0 && { 'ml-engineer': mlEngineers }),
      'database-administrator': { coveredBy: 'data-engineer' },
      'security-engineer': { coveredBy: 'platform-engineer' },
    },
  };
}

/** The plans that most teams of the bank follow, made as a team makes its own: from its answers, its targets and its people. */
export function demoPlans(content: Content, { teams }: Pick<HarbourBank, 'teams'>): DemoPlan[] {
  return STORIES.flatMap((each) => {
    const { quarter, chosen } = DAYS[each.course];
    const team = teams.find(({ slug }) => slug === each.team);
    const assessment = roundOf(team, quarter)?.assessment;
    if (assessment === undefined) return [];
    const { targets, ...given } = assessment;
    const settings = { roster: rosterOf(each), order: 'levels-early' as const, adjustments: {} };
    const promise = promiseOf(buildRoadmap(content, { ...given, targets }, settings));
    const steps = keptOf(each, promise);
    return [{ team: each.team, quarter, chosenOn: chosen, input: { targets, ...settings }, promise, steps }];
  });
}

const roundOf = (team: DemoTeam | undefined, quarter: string) =>
  team?.rounds.find(({ title }) => title === quarter);

/** What a team also looked at before it chose: the same climb with one ML engineer more. */
export const withOneMore = (input: PlanInput): PlanInput => {
  const staffing = input.roster.roles['ml-engineer'];
  const people = typeof staffing === 'number' ? staffing : 0;
  return { ...input, roster: withPeople(input.roster, 'ml-engineer', people + 1) };
};

function keptOf({ course, team }: PlanStory, { monday, steps }: PlanPromise): DemoStep[] {
  if (course === 'ahead') return [];
  const none = { owner: null, dueOn: null, doneOn: null, acceptedOn: null };
  const byDay = steps.toSorted((a, b) => (a.doneOn < b.doneOn ? -1 : 1));
  if (course === 'behind') {
    const [first] = byDay;
    return first === undefined ? [] : [{ ...none, step: first.id, status: 'in-progress' }];
  }
  const past = byDay.filter(({ doneOn }) => doneOn < STORY_DAY);
  const begun = byDay.find(({ doneOn, startsOn }) => doneOn >= STORY_DAY && startsOn < STORY_DAY);
  const owner = team === 'fraud-scoring' ? 'Ana Ortiz' : null;
  return [
    ...past.map(({ id, doneOn }, index): DemoStep => {
      const last = index === past.length - 1 && past.length > 2;
      // The last one waits for somebody to accept it, and was given some more time before.
      return last
        ? { ...none, step: id, status: 'done', owner, doneOn, dueOn: weekStart(monday, 14) }
        : { ...none, step: id, status: 'done', owner, doneOn, acceptedOn: doneOn };
    }),
    ...(begun === undefined ? [] : [{ ...none, step: begun.id, status: 'in-progress' as const, owner }]),
  ];
}
