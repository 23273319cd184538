import * as z from 'zod';
import { LIMITS } from '../limits';
import { PLATFORMS } from '../vocabulary';
import { plainText, targetsSchema } from './answers';

/** Who is there for the climb, from when on and for how much of their time, as it enters from forms and roster files. */

const number = (least: number, most: number, what: string) =>
  z
    .number({ error: `expected a number of ${what}` })
    .min(least, `expected at least ${least}`)
    .max(most, `expected at most ${most.toLocaleString('en')}`);

const people = number(0, LIMITS.people, 'people');
const share = z
  .int('expected whole per cent')
  .min(1, 'expected at least 1 per cent')
  .max(100, 'expected at most 100 per cent');
const weeks = (least: number, most: number) =>
  z
    .int('expected whole weeks')
    .min(least, `expected at least ${least}`)
    .max(most, `expected at most ${most}`);
const roleName = z.string().trim().min(1).max(60);

const staffing = z.union(
  [people, z.strictObject({ people, share: share.optional() }), z.strictObject({ coveredBy: roleName })],
  { error: 'expected a number of people, { people, share } or { coveredBy: role }' },
);

export const ORDERS = ['levels-early', 'finish-early'] as const;

export const rosterSchema = z
  .strictObject({
    /** The climb begins on the Monday on or after this day. */
    start: z.iso.date({ error: 'expected a date such as 2027-01-04' }),
    /** Per cent of their time that people have for the climb, where a role says nothing else. */
    share: share.default(50),
    horizonWeeks: weeks(1, LIMITS.horizonWeeks).default(104),
    /** Until a hire works. */
    hireWeeks: weeks(0, 104).default(12),
    /** Steps that may run at once; any number where this is absent. */
    wip: z.int('expected a whole number').min(1, 'expected at least 1').max(172).optional(),
    roles: z.record(roleName, staffing),
    platform: z.enum(PLATFORMS),
    secondary: z.enum(PLATFORMS).optional(),
    /** Cost of a person-day by role. */
    dayRates: z.record(roleName, number(0, 100_000, 'money')).optional(),
    currency: plainText(8).optional(),
  })
  .refine(({ platform, secondary }) => platform !== secondary, {
    path: ['secondary'],
    error: 'is the primary platform already',
  });

/** What a person changes about one step of a plan, by step id. */
const adjustmentSchema = z.strictObject({
  notBefore: z.iso.date({ error: 'expected a date such as 2027-01-04' }).optional(),
  /** The reason why it is left out. */
  excluded: plainText(LIMITS.reason).min(1, 'is empty').optional(),
  /** Person-days by role, in place of those of the content. */
  effort: z.record(roleName, number(0, LIMITS.stepDays, 'person-days')).optional(),
  inProgress: z.literal(true).optional(),
});

const adjustmentsSchema = z.record(
  z.string().regex(/^[a-z0-9-]+:[1-4]$/, 'expected a step such as data-validation:3'),
  adjustmentSchema,
);

/** Everything that a person sets about a climb; checked against the content apart. */
export const planInputSchema = z.strictObject({
  targets: targetsSchema,
  roster: rosterSchema,
  order: z.enum(ORDERS),
  adjustments: adjustmentsSchema.refine(
    (all) => Object.keys(all).length <= 172,
    'has more steps than there are',
  ),
});

export type RosterFile = z.output<typeof rosterSchema>;
export type Staffing = z.output<typeof staffing>;
export type Adjustment = z.output<typeof adjustmentSchema>;
/** By step id, `data-validation:3`. */
export type Adjustments = Readonly<Record<string, Adjustment>>;
export type PlanOrder = (typeof ORDERS)[number];
