import 'server-only';
import { schemaFaults } from '../content/schema-faults';
import type { PlanInput } from '../domain/plan-input';
import { readRoster } from '../domain/roster';
import type { Content } from '../domain/schema/content';
import { ORDERS, rosterSchema, type Staffing } from '../domain/schema/roster';
import { MODEL_IDS } from '../domain/vocabulary';

export type Query = Record<string, string | string[] | undefined>;

export type AskedPlan = {
  input: PlanInput;
  /** What cannot be taken, by the name of its field; the plan has what was set before instead. */
  faults: Record<string, string>;
  /** Whether the address asks for anything else than what is set. */
  changed: boolean;
};

/** The fields of the settings form, as they stand in the address. Roles are `people.ROLE`, `cover.ROLE` and `rate.ROLE`. */
export function inputFromQuery(content: Content, base: PlanInput, query: Query): AskedPlan {
  const text = (name: string) => {
    const value = query[name];
    return typeof value === 'string' ? value.trim() : undefined;
  };
  const faults: Record<string, string> = {};
  const targets = { ...base.targets };
  for (const model of MODEL_IDS) {
    const level = text(`target.${model}`);
    if (level === undefined) continue;
    if (level === '') delete targets[model];
    else if (content.models[model].levels.some(({ id }) => id === level)) targets[model] = level;
    else faults[`target.${model}`] = `there is no level ${level}`;
  }
  const asked = rosterAsked(content, base.roster, text);
  const parsed = rosterSchema.safeParse(asked);
  if (!parsed.success)
    for (const { path, message } of schemaFaults(parsed.error)) faults[fieldOf(path)] ??= message;
  const read = parsed.success ? readRoster(content.roles, parsed.data) : null;
  for (const { path, message } of read?.problems ?? []) faults[fieldOf(path)] ??= message;
  const order = ORDERS.find((each) => each === text('order')) ?? base.order;
  const roster = read !== null && read.problems.length === 0 ? read.roster : base.roster;
  const input = { ...base, targets, order, roster };
  return { input, faults, changed: JSON.stringify(input) !== JSON.stringify(base) };
}

const NUMBERS = ['share', 'horizonWeeks', 'hireWeeks', 'wip'] as const;

type Text = (name: string) => string | undefined;

function rosterAsked({ roles }: Content, base: PlanInput['roster'], text: Text): Record<string, unknown> {
  const asked: Record<string, unknown> = { ...base };
  for (const name of ['start', 'platform', 'secondary', 'currency']) {
    const value = text(name);
    if (value !== undefined) asked[name] = value === '' ? undefined : value;
  }
  for (const name of NUMBERS) {
    const value = text(name);
    if (value !== undefined) asked[name] = numberOf(value);
  }
  const staffed = roles.flatMap(({ id }): [string, unknown][] => {
    const staffing = staffingAsked(base.roles[id], text(`people.${id}`), text(`cover.${id}`));
    return staffing === undefined ? [] : [[id, staffing]];
  });
  const rates = roles.flatMap(({ id }): [string, unknown][] => {
    const rate = text(`rate.${id}`);
    const value = rate === undefined ? base.dayRates?.[id] : numberOf(rate);
    return value === undefined ? [] : [[id, value]];
  });
  asked['roles'] = Object.fromEntries(staffed);
  asked['dayRates'] = rates.length === 0 ? undefined : Object.fromEntries(rates);
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
}

function staffingAsked(
  base: Staffing | undefined,
  people: string | undefined,
  cover: string | undefined,
): unknown {
  if (people === undefined && cover === undefined) return base;
  if (cover !== undefined && cover !== '') return { coveredBy: cover };
  const count = numberOf(people ?? '');
  const share = typeof base === 'object' && 'share' in base ? base.share : undefined;
  return count === undefined || share === undefined ? count : { people: count, share };
}

/** As people write it; what is no number stays as it is, for the schema to refuse by name. */
const numberOf = (value: string): unknown => {
  if (value === '') return undefined;
  const number = Number(value.replace(',', '.'));
  return Number.isNaN(number) ? value : number;
};

/** `roles.data-scientist.people` is the field `people.data-scientist`. */
function fieldOf(path: readonly PropertyKey[]): string {
  const [first, role, part] = path.map(String);
  if (first === 'roles' && role !== undefined) return `${part === 'coveredBy' ? 'cover' : 'people'}.${role}`;
  if (first === 'dayRates' && role !== undefined) return `rate.${role}`;
  return first ?? '';
}
