import { capabilityFile, FILES, type Problem } from './content';
import type { Capability, Content, Role } from './schema/content';
import { daysOf } from './steps';

/** Person-days of a capability's four climbs together: small, medium or large, with room between (content/README.md). */
export const SIZES = { S: [10, 25], M: [35, 65], L: [80, 130] } as const;
export type Size = keyof typeof SIZES;

/** Two people who work on one climb all week; with more in one role they wait for each other. */
const DAYS_A_WEEK = 2 * 5;

/** Beyond a third of all work one role alone would decide how long every roadmap takes. */
export const LARGEST_SHARE = 1 / 3;

export type Effort = {
  capabilities: { id: string; size: Size | null; climbs: number[]; days: number; weeks: number }[];
  roles: { id: string; days: number; share: number }[];
  days: number;
};

const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);

function sizeOf(days: number): Size | null {
  const found = Object.entries(SIZES).find(([, [least, most]]) => days >= least && days <= most);
  return (found?.[0] as Size | undefined) ?? null;
}

/** What all climbs take, by capability and by role, both in the order of the content. */
export function effortTotals({ capabilities, roles }: Pick<Content, 'capabilities' | 'roles'>): Effort {
  const rows = capabilities.map(({ id, steps }) => {
    const climbs = steps.map(daysOf);
    return {
      id,
      size: sizeOf(sum(climbs)),
      climbs,
      days: sum(climbs),
      weeks: sum(steps.map((s) => s.weeks)),
    };
  });
  const days = sum(rows.map((row) => row.days));
  const daysOfRole = ({ id }: Role) =>
    sum(capabilities.flatMap(({ steps }) => steps.map(({ effort }) => effort[id] ?? 0)));
  return {
    capabilities: rows,
    roles: roles.map((role) => ({ id: role.id, days: daysOfRole(role), share: daysOfRole(role) / days })),
    days,
  };
}

/** Figures that contradict the assumptions of content/README.md. */
export function effortProblems(content: Pick<Content, 'capabilities' | 'roles'>): Problem[] {
  const totals = effortTotals(content);
  return [
    ...content.capabilities.flatMap((capability) => [
      ...totalProblems(capability),
      ...orderProblems(capability),
      ...weekProblems(capability),
    ]),
    ...totals.roles.flatMap(({ id, share }, index) => {
      const say = (message: string) => [{ file: FILES.roles, path: [index, 'id'], message }];
      if (share === 0) return say(`${id} has no work in any climb`);
      return share <= LARGEST_SHARE
        ? []
        : say(`${id} has ${Math.round(share * 100)} % of all work, at most a third`);
    }),
  ];
}

function totalProblems(capability: Capability): Problem[] {
  const days = sum(capability.steps.map(daysOf));
  if (sizeOf(days) !== null) return [];
  const ranges = Object.values(SIZES).map(([least, most]) => `${least}–${most}`);
  return [
    {
      file: capabilityFile(capability),
      path: ['steps'],
      message: `the four climbs of ${capability.id} take ${days} person-days, in none of ${ranges.join(', ')}`,
    },
  ];
}

function orderProblems(capability: Capability): Problem[] {
  const days = capability.steps.map(daysOf);
  const [first = 0, second = 0, third = 0, fourth = 0] = days;
  const say = (step: number, message: string) => [
    { file: capabilityFile(capability), path: ['steps', step, 'effort'], message },
  ];
  if (first > Math.min(second, third, fourth))
    return say(0, 'the climb to rung 1 takes more than another: expected the least');
  return second > Math.max(third, fourth)
    ? say(1, 'the climb to rung 2 takes the most: expected that of rung 3 or 4')
    : [];
}

function weekProblems(capability: Capability): Problem[] {
  return capability.steps.flatMap(({ effort, weeks }, step) =>
    Object.entries(effort).flatMap(([role, days]) =>
      days <= weeks * DAYS_A_WEEK
        ? []
        : [
            {
              file: capabilityFile(capability),
              path: ['steps', step, 'weeks'],
              message: `${days} days of ${role} in ${weeks === 1 ? '1 week' : `${weeks} weeks`} are too many for two people`,
            },
          ],
    ),
  );
}
