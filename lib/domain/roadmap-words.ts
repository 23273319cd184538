import { doneBy, weekStart } from './calendar';
import { quarterOf } from './counted';
import { dateText, levelLabel, list, plural, quarterText } from './labels';
import type { Roadmap, RoadmapStep, When } from './roadmap';
import type { LevelWeek } from './roadmap-levels';
import type { PlanOrder } from './schema/roster';
import type { LeftOut } from './roadmap-work';
import type { Content, ModelId } from './schema/content';

/** How plans are spoken of, in every medium. */

export type Titles = Record<'title' | 'role' | 'tool' | 'step', (id: string) => string>;

/** From this rung on a ladder's work runs by itself. */
export const AUTOMATIC = 3;

/** Titles of capabilities, roles and tools by id, and of steps: `Data validation 2 → 3`. */
export function titlesOf({
  capabilities,
  roles,
  tools = [],
}: Pick<Content, 'capabilities' | 'roles'> & Partial<Pick<Content, 'tools'>>): Titles {
  const capabilityTitles = new Map(capabilities.map(({ id, title }) => [id, title]));
  const roleTitles = new Map(roles.map(({ id, title }) => [id, title]));
  const toolNames = new Map(tools.map(({ id, name }) => [id, name]));
  const title = (id: string) => capabilityTitles.get(id) ?? id;
  return {
    title,
    role: (id) => roleTitles.get(id) ?? id,
    tool: (id) => toolNames.get(id) ?? id,
    step: (id) => {
      const [capability = id, to = ''] = id.split(':');
      return `${title(capability)} ${Number(to) - 1} → ${to}`;
    },
  };
}

/** `Q3 2027`, or with the range of its effort `Q3 2027 (Q2 2027 to Q2 2028)`. */
export function rangeText({ quarter, range: [least, most] }: When): string {
  if (least === quarter && most === quarter) return quarterText(quarter);
  const last = most === null ? 'past the plan' : quarterText(most);
  return `${quarterText(quarter)} (${quarterText(least)} to ${last})`;
}

/** Why a step is not in the plan. */
export function leftOutText(
  content: Pick<Content, 'capabilities' | 'roles'>,
  { reason }: Pick<LeftOut, 'reason'>,
): string {
  const { step, role } = titlesOf(content);
  if (reason.kind === 'excluded') return `excluded: ${reason.reason}`;
  if (reason.kind === 'waits') return `waits for ${step(reason.for)}, which is not in the plan`;
  if (reason.kind === 'nobody') return `nobody is there as ${list(reason.roles.map(role))}`;
  if (reason.kind === 'too-late')
    return `may not begin before ${dateText(reason.notBefore)}, after the end of the plan`;
  const { duration, stretchedBy } = reason;
  const time = stretchedBy === null ? '' : ` with the time of the ${role(stretchedBy)} that there is`;
  return `takes ${plural(duration, 'week')}${time}, longer than the plan`;
}

export const ORDER_WORDS: Record<PlanOrder, string> = {
  'levels-early': 'the next level early',
  'finish-early': 'the end early',
};

/** When the climb ends and what it reaches, in one or two sentences. */
export function finishSentence(
  { finish, levels, steps, days, leftOut, targets }: Roadmap,
  { models }: Pick<Content, 'models'>,
): string {
  const named = (each: { model: keyof Content['models']; level: string }) => {
    const level = models[each.model].levels.find(({ id }) => id === each.level);
    return level === undefined ? each.level : levelLabel(each.model, level);
  };
  const missed = levels.filter(
    (each) =>
      each.when === null &&
      targets.some((target) => target.model === each.model && target.level === each.level),
  );
  const never =
    missed.length === 0
      ? ''
      : ` ${list(missed.map(named))} ${missed.length === 1 ? 'is' : 'are'} not reached with this plan.`;
  if (finish === null)
    return leftOut.length === 0
      ? 'Everything that the targets ask for is there: nothing is to be climbed.'
      : `Nothing can begin with these people.${never}`;
  const reached = levels.filter(({ when }) => when !== null);
  const what =
    reached.length === 0
      ? 'What can be climbed is done'
      : `${list(reached.map(named))} ${reached.length === 1 ? 'is' : 'are'} reached`;
  return `${what} by ${dateText(finish.day)}, in ${rangeText(finish)}: ${plural(steps.length, 'step')}, ${Math.round(days)} person-days.${never}`;
}

/** What a level waits for longest: a capability and its rung, or a person's word that no climb changes. */
export function heldByText(
  content: Pick<Content, 'capabilities' | 'roles'>,
  { parts, stated }: LevelWeek['heldBy'][number],
): string {
  const { title } = titlesOf(content);
  const asked = parts.map(({ capability, rung }) => `${title(capability)} ${rung}`).join(' or ');
  return stated ? `${asked}, which somebody stated not to hold` : asked;
}

/** Person-days without needless decimals: `12`, `7.5`, `<0.1`. */
export function daysShort(days: number): string {
  if (days > 0 && days < 0.05) return '<0.1';
  return String(days >= 20 ? Math.round(days) : Math.round(days * 10) / 10);
}

/** The quarter of the last Friday of what ends with a week, in words. */
export const endText = ({ monday }: Pick<Roadmap, 'monday'>, week: number): string =>
  quarterText(quarterOf(doneBy(monday, week)));

/** The quarter of a week's Monday, in words. */
export const weekText = ({ monday }: Pick<Roadmap, 'monday'>, week: number): string =>
  quarterText(quarterOf(weekStart(monday, week)));

/** Why a step is there: the levels that ask for it, the target of its own, or the capabilities that it prepares. */
export function purposeText(
  { purposes, prerequisiteOf }: Pick<RoadmapStep, 'purposes' | 'prerequisiteOf'>,
  words: { level: (model: ModelId, level: string) => string; title: (capability: string) => string },
): string {
  const levels = purposes.flatMap((each) =>
    each.kind === 'level' ? [words.level(each.model, each.level)] : [],
  );
  const parts = [
    ...(levels.length === 0 ? [] : [`for ${list(levels)}`]),
    ...(purposes.some(({ kind }) => kind === 'target') ? ['for a target of its own'] : []),
    ...(prerequisiteOf.length === 0 ? [] : [`prepares ${list(prerequisiteOf.map(words.title))}`]),
  ];
  return parts.length === 0 ? 'comes before a rung that is wanted' : list(parts);
}

/** What a person's changes of single steps cost, against the same plan without them. */
export function costText(
  { cost }: Pick<Roadmap, 'cost'>,
  { models }: Pick<Content, 'models'>,
): string | null {
  if (cost === null) return null;
  const { weeks, days, lost } = cost;
  const named = lost.map(({ model, level }) => {
    const found = models[model].levels.find(({ id }) => id === level);
    return found === undefined ? level : levelLabel(model, found);
  });
  const parts = [
    ...(weeks === 0
      ? []
      : [`the end comes ${plural(Math.abs(weeks), 'week')} ${weeks > 0 ? 'later' : 'earlier'}`]),
    ...(days === 0 ? [] : [`${daysShort(Math.abs(days))} person-days ${days > 0 ? 'more' : 'fewer'}`]),
    ...(named.length === 0 ? [] : [`${list(named)} ${named.length === 1 ? 'is' : 'are'} not reached`]),
  ];
  return `What was changed about single steps: ${parts.length === 0 ? 'it costs nothing' : list(parts)}.`;
}
