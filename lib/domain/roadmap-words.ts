import { doneBy, weekStart } from './calendar';
import { quarterOf } from './counted';
import { capitalised, dateText, inWords, levelLabel, list, plural, quarterText } from './labels';
import type { Roadmap, RoadmapStep, When } from './roadmap';
import type { LevelWeek } from './roadmap-levels';
import type { RoleTrack } from './roadmap-roles';
import type { LeftOut } from './roadmap-work';
import type { PlanOrder } from './schema/roster';
import type { Content, ModelId } from './schema/content';

/** How plans are spoken of, in every medium. */

export type Titles = Record<'title' | 'role' | 'tool' | 'step', (id: string) => string>;

/** From this rung on a ladder's work runs by itself. */
export const AUTOMATIC = 3;

export const ORDER_WORDS: Record<PlanOrder, string> = {
  'levels-early': 'what the next level needs',
  'finish-early': 'whatever is possible',
};

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

/** `AWS Initial` by its ids. */
export function levelTitle({ models }: Pick<Content, 'models'>, model: ModelId, id: string): string {
  const level = models[model].levels.find((each) => each.id === id);
  return level === undefined ? id : levelLabel(model, level);
}

/** `1,986` or `426.5`. */
export const figureText = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 1 });

/** `EUR 312,000`, or the bare figure where no currency is set. */
export const moneyText = (value: number, currency: string): string =>
  `${currency} ${Math.round(value).toLocaleString('en')}`.trim();

/** `Q3 2027`, or with the range of its effort `Q3 2027 (Q2 2027 to Q2 2028)`. */
export function rangeText({ quarter, range: [least, most] }: When): string {
  if (least === quarter && most === quarter) return quarterText(quarter);
  return `${quarterText(quarter)} (${spanText([least, most])})`;
}

/** `Q2 2027 to Q2 2028`, the range alone. */
export function spanText([least, most]: When['range']): string {
  if (least === most) return quarterText(least);
  return `${quarterText(least)} to ${most === null ? 'past the plan' : quarterText(most)}`;
}

/** What the quarters and ranges of a plan mean. */
export const RANGE_WORDS =
  'Effort is judgement, typically right within half and double. Each quarter follows from the effort as stated. The range beside it is the same plan made anew twice: once with every effort halved and what nobody knows taken as there already, and once with every effort doubled. “Past the plan” means that with doubled effort it no longer fits.';

/** Where `answerFirst` stands in place of a plan. */
export const NO_PLAN_YET = 'Half or more is not known, so there is no plan yet.';

/** A plan in a few sentences: when the levels are reached, when it ends, what it takes, and what is not in it. */
export function planSentences(
  content: Pick<Content, 'capabilities' | 'roles' | 'models'>,
  roadmap: Roadmap,
): string[] {
  const { levels, finish, steps, days, money, late, leftOut, hiring, horizonWeeks } = roadmap;
  if (roadmap.answerFirst !== null) return [`${NO_PLAN_YET} Some answers are to be found out first.`];
  const aimed = new Set(roadmap.targets.map(({ model, level }) => `${model}:${level}`));
  const isAimed = ({ model, level }: { model: ModelId; level: string }) => aimed.has(`${model}:${level}`);
  const reached = levels
    .filter(isAimed)
    .flatMap(({ model, level, when }) =>
      when === null ? [] : [`${levelTitle(content, model, level)} in ${rangeText(when)}`],
    );
  const others = levels.filter((level) => !isAimed(level) && level.when !== null).length;
  const never = levels.flatMap(({ model, level, when }) =>
    when === null ? [levelTitle(content, model, level)] : [],
  );
  const priced =
    money === null
      ? ''
      : ` and ${moneyText(money.total, money.currency)}${money.unpriced.length === 0 ? '' : ' for the roles with a day rate'}`;
  return [
    ...(reached.length === 0 ? [] : [`This plan reaches ${list(reached)}.`]),
    ...(others === 0
      ? []
      : [`${capitalised(inWords(others))} more level${others === 1 ? ' comes' : 's come'} with it.`]),
    ...(never.length === 0
      ? []
      : [`${reached.length === 0 ? 'This plan' : 'It'} does not reach ${list(never)}.`]),
    finish === null
      ? leftOut.length === 0
        ? 'Nothing is to be climbed.'
        : 'No step can be done with the people that there are.'
      : `${plural(steps.length, 'step')}, ${figureText(days)} person-days${priced}, end on ${dateText(finish.day)} (${spanText(finish.range)}).`,
    ...(late.length === 0
      ? []
      : [
          `${late.length} of these steps ${late.length === 1 ? 'ends' : 'end'} past the horizon of ${plural(horizonWeeks, 'week')}.`,
        ]),
    ...(hiring.length === 0
      ? []
      : [`Nobody is there as ${list(hiring.map(({ role }) => titlesOf(content).role(role)))}.`]),
    ...(leftOut.length === 0
      ? []
      : [
          `${plural(leftOut.length, 'step')} that the targets need ${leftOut.length === 1 ? 'is' : 'are'} not in the plan.`,
        ]),
  ];
}

/** What the changes of a person cost: `makes the plan 3 weeks longer and 12 person-days larger`. */
export function costText(
  content: Pick<Content, 'models'>,
  { weeks, days, lost }: NonNullable<Roadmap['cost']>,
): string {
  const by = (value: number, unit: string, [more, less]: [string, string]) =>
    `${figureText(Math.abs(value))} ${Math.abs(value) === 1 ? unit : `${unit}s`} ${value > 0 ? more : less}`;
  const parts = [
    ...(weeks === 0 ? [] : [by(weeks, 'week', ['longer', 'shorter'])]),
    ...(days === 0 ? [] : [by(days, 'person-day', ['larger', 'smaller'])]),
  ];
  const moved =
    parts.length === 0
      ? 'What was changed by hand moves neither its end nor its effort'
      : `What was changed by hand makes the plan ${list(parts)}`;
  const levels = lost.map(({ model, level }) => levelTitle(content, model, level));
  return `${moved}${levels.length === 0 ? '' : `; without that it would also reach ${list(levels)}`}.`;
}

/** Why a step is there: the levels and targets that ask for it, and what it prepares. */
export function purposeText(
  content: Pick<Content, 'capabilities' | 'roles' | 'models'>,
  { purposes, prerequisiteOf }: Pick<RoadmapStep, 'purposes' | 'prerequisiteOf'>,
): string {
  const asked = purposes.map((each) =>
    each.kind === 'target' ? 'own target' : levelTitle(content, each.model, each.level),
  );
  const prepared = prerequisiteOf.map(titlesOf(content).title);
  return [
    ...(asked.length === 0 ? [] : [`for ${list(asked)}`]),
    ...(prepared.length === 0 ? [] : [`prepares ${list(prepared)}`]),
  ].join('; ');
}

/** Who does the work of a role, and so who is to learn, to be named or to be hired. */
export function staffingText(
  content: Pick<Content, 'capabilities' | 'roles'>,
  { people, coveredBy }: Pick<RoleTrack, 'people' | 'coveredBy'>,
): string {
  if (coveredBy !== null) return `covered by ${titlesOf(content).role(coveredBy)}`;
  if (people === 0) return 'nobody is named';
  return people === 1 ? '1 person' : `${figureText(people)} people`;
}

/** What a step of a plan past its horizon waits for. */
export const waitingText = (
  content: Pick<Content, 'capabilities' | 'roles'>,
  { waitsFor }: Pick<Roadmap['late'][number], 'waitsFor'>,
): string => (waitsFor.length === 0 ? 'people’s time' : list(waitsFor.map(titlesOf(content).step)));

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

/** What a level waits for longest: a capability and its rung, or a person's word that no climb changes. */
export function heldByText(
  content: Pick<Content, 'capabilities' | 'roles'>,
  { parts, stated }: LevelWeek['heldBy'][number],
): string {
  const { title } = titlesOf(content);
  const asked = parts.map(({ capability, rung }) => `${title(capability)} ${rung}`).join(' or ');
  return stated ? `${asked}, which somebody stated not to hold` : asked;
}

/** Person-days in little room: `12`, `7.5`, `<0.1`. */
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
