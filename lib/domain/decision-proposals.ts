import { plural, withinSentence } from './labels';
import { isThere } from './plan-state';
import { stepId } from './roadmap-work';
import type { PlannedTeam, PlansTogether } from './scorecard-plans';
import type { Content } from './schema/content';

/** A decision that the plans of several teams ask for. Its key stays, so that what was made of it is found again. */
export type Proposal = {
  key: string;
  title: string;
  /** The day before which it is wanted, where that is still to come. */
  beforeOn: string | null;
  /** Teams that wait for it, by id. */
  teams: string[];
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
  teams: readonly PlannedTeam[],
  today: string,
): Proposal[] {
  const ahead = (day: string | undefined) => (day !== undefined && day > today ? day : null);
  const people = together.roles.flatMap(({ role, title, short }): Proposal[] => {
    if (short === null || short.teams.length < SEVERAL || short.people < HALF) return [];
    const wanted = plural(Math.round(short.people), withinSentence(title));
    return [
      {
        key: `role:${role}`,
        title: `Hire or train ${wanted}`,
        beforeOn: ahead(short.day),
        teams: short.teams,
      },
    ];
  });
  const tools = differingTools(content, teams).map(({ capability, title, tools: names, ...each }) => ({
    key: `tool:${capability}`,
    title: `One tool for ${withinSentence(title)}: ${names.slice(0, MOST_NAMED).join(' or ')}`,
    beforeOn: ahead(each.starts.filter((day) => day > today).toSorted()[0]),
    teams: each.teams,
  }));
  return [...people, ...tools.toSorted(mostFirst).slice(0, MOST_TOOLS)].toSorted(mostFirst);
}

/** Most teams first, then the nearest day. */
const mostFirst = (a: Proposal, b: Proposal): number =>
  b.teams.length - a.teams.length || ((a.beforeOn ?? '9') < (b.beforeOn ?? '9') ? -1 : 1);

type Differing = { capability: string; title: string; tools: string[]; teams: string[]; starts: string[] };

/**
 * Capabilities of which the plans do the same step with different tools, with the tools of the step that most teams have before them. Of
 * several that differ in the same tools, the one with most teams.
 */
function differingTools(
  { capabilities, tools }: Pick<Content, 'capabilities' | 'tools'>,
  teams: readonly PlannedTeam[],
): Differing[] {
  const names = new Map(tools.map(({ id, name }) => [id, name]));
  const uses = usesByStep(teams);
  const found = new Map<string, Differing>();
  for (const { id, title, steps } of capabilities) {
    const [most = []] = steps
      .map(({ to }) => uses.get(stepId(id, to)) ?? [])
      .filter((users) => new Set(users.map(({ tool }) => tool)).size > 1)
      .toSorted((a, b) => b.length - a.length);
    if (most.length <= (found.get(toolsKey(most))?.teams.length ?? 0)) continue;
    found.set(toolsKey(most), {
      ...{ capability: id, title },
      tools: commonFirst(most.map(({ tool }) => tool)).map((tool) => names.get(tool) ?? tool),
      teams: most.map(({ team }) => team),
      starts: most.map(({ start }) => start),
    });
  }
  return [...found.values()];
}

type Use = { team: string; tool: string; start: string };

const toolsKey = (uses: readonly Use[]): string =>
  [...new Set(uses.map(({ tool }) => tool))].toSorted().join(' ');

/** By step, who is still to do it, when, and with which tool. */
function usesByStep(teams: readonly PlannedTeam[]): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  for (const { team, promise, state } of teams)
    for (const [index, { id, startsOn }] of promise.steps.entries()) {
      const [own, tool] = [state.steps[index], promise.tools?.[id]];
      if (tool === undefined || (own !== undefined && isThere(own))) continue;
      uses.set(id, [...(uses.get(id) ?? []), { team, tool, start: startsOn }]);
    }
  return uses;
}

/** Each once, those that most plans name first. */
function commonFirst(tools: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const tool of tools) counts.set(tool, (counts.get(tool) ?? 0) + 1);
  return [...counts].toSorted(([a, many], [b, few]) => few - many || (a < b ? -1 : 1)).map(([tool]) => tool);
}
