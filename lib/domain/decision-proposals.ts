import { list, plural, withinSentence } from './labels';
import type { PlanStanding } from './plan-standing';
import { stepId } from './roadmap-work';
import { isShortOf, type PlansTogether } from './scorecard-plans';
import type { Content } from './schema/content';

/** A decision that the plans of several teams ask for. Its key stays, so that what was made of it is found again. */
export type Proposal = {
  key: string;
  title: string;
  /** The day before which it is wanted, where that is still to come. */
  beforeOn: string | null;
  /** How many teams wait for it. */
  teams: number;
  /** What these have in common. */
  waits: { shortOf: string } | { before: string };
};

/** Fewer teams settle it among themselves. */
const SEVERAL = 2;
/** Of a full-time person; less is nobody to hire. */
const HALF = 0.5;
/** Of tools those that concern most teams: teams on several platforms differ in nearly all of them. */
const MOST_TOOLS = 5;
/** In one title. */
const MOST_NAMED = 3;

/**
 * What the plans together ask somebody above the teams to decide: people whom several teams miss, and one tool where their plans bring in
 * different ones. What is put off or left out for reasons of its own is not guessed at.
 */
export function proposalsOf(
  content: Pick<Content, 'capabilities' | 'tools'>,
  together: Pick<PlansTogether, 'roles'>,
  standing: PlanStanding,
  today: string,
): Proposal[] {
  const ahead = (day: string | undefined) => (day !== undefined && day > today ? day : null);
  const people = together.roles.flatMap(({ role, title, short }): Proposal[] => {
    if (short === null || short.teams < SEVERAL || short.people < HALF) return [];
    const wanted = plural(Math.round(short.people), withinSentence(title));
    return [
      {
        key: `role:${role}`,
        title: `Hire or train ${wanted}`,
        beforeOn: ahead(short.day),
        teams: short.teams,
        waits: { shortOf: role },
      },
    ];
  });
  const tools = differingTools(content, standing).map(({ capability, title, tools: names, ...each }) => ({
    key: `tool:${capability}`,
    title: `One tool for ${withinSentence(title)}: ${list(names.slice(0, MOST_NAMED), 'or')}`,
    beforeOn: ahead(each.starts.filter((day) => day > today).toSorted()[0]),
    teams: each.teams,
    waits: { before: each.step },
  }));
  return [...people, ...tools.toSorted(mostFirst).slice(0, MOST_TOOLS)].toSorted(mostFirst);
}

/** Most teams first, then the nearest day. */
const mostFirst = (a: Proposal, b: Proposal): number =>
  b.teams - a.teams || ((a.beforeOn ?? '9') < (b.beforeOn ?? '9') ? -1 : 1);

/** Whether a team waits for what is proposed, by its own plan. */
export const waitsFor = ({ waits }: Pick<Proposal, 'waits'>, own: PlanStanding, today: string): boolean =>
  'before' in waits ? own.tools[waits.before] !== undefined : isShortOf(own, waits.shortOf, today);

type Differing = {
  capability: string;
  step: string;
  title: string;
  tools: string[];
  teams: number;
  starts: string[];
};

/**
 * Capabilities of which the plans do the same step with different tools, with the tools of the step that most teams have before them. Of
 * several that differ in the same tools, the one with most teams.
 */
function differingTools(
  { capabilities, tools }: Pick<Content, 'capabilities' | 'tools'>,
  standing: PlanStanding,
): Differing[] {
  const names = new Map(tools.map(({ id, name }) => [id, name]));
  const found = new Map<string, Differing>();
  for (const { id, title, steps } of capabilities) {
    const [most] = steps
      .map(({ to }) => ({ step: stepId(id, to), uses: standing.tools[stepId(id, to)] ?? {} }))
      .filter(({ uses }) => Object.keys(uses).length > 1)
      .map((each) => ({ ...each, teams: Object.values(each.uses).reduce((all, own) => all + own, 0) }))
      .toSorted((a, b) => b.teams - a.teams);
    if (most === undefined) continue;
    const { step, uses, teams } = most;
    const key = Object.keys(uses).toSorted().join(' ');
    if (teams <= (found.get(key)?.teams ?? 0)) continue;
    found.set(key, {
      ...{ capability: id, step, title, teams },
      tools: commonFirst(uses).map((tool) => names.get(tool) ?? tool),
      starts: Object.keys(standing.starts[step] ?? {}),
    });
  }
  return [...found.values()];
}

/** Those that most plans name first. */
const commonFirst = (uses: Record<string, number>): string[] =>
  Object.entries(uses)
    .toSorted(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
    .map(([tool]) => tool);
