import * as z from 'zod';
import { addressProblem, CONTROL } from '../plain-text';
import { MODEL_IDS, type Rung } from '../vocabulary';
import { rungSchema, slug } from './content';
import { LIMITS } from '../limits';

/** Answers, statements and the assessment file (format version 1), as they enter from forms, requests and files. */

/** Text of one person, trimmed; refuses control characters and more than `max` characters by name. */
export function plainText(max: number) {
  return z
    .string()
    .trim()
    .max(max, `at most ${max.toLocaleString('en')} characters`)
    .refine((value) => value.search(CONTROL) === -1, 'contains a control character')
    .refine((value) => value.isWellFormed(), 'contains half of a character (a lone surrogate)');
}

const required = (max: number) => plainText(max).min(1, 'is empty');

export const webAddress = z
  .url({ protocol: /^https?$/, error: ({ input }) => addressProblem(String(input)) ?? undefined })
  .max(LIMITS.url);

const day = z.iso.date({ error: 'expected a date such as 2026-10-01' });
const rung = rungSchema.transform((value) => value as Rung);

/** One thing that can be looked at; what counts by it is in `evidence.ts`. */
export const evidenceSchema = z.strictObject({
  title: required(LIMITS.title),
  url: webAddress.optional(),
  note: plainText(LIMITS.reason).optional(),
  /** For which rung it stands; without one, for the rung that is answered. */
  rung: rung.optional(),
  /** It speaks against the rung; without it, for it. */
  against: z.literal(true).optional(),
  /** The last day on which it is current; without one it stays so. */
  until: day.optional(),
  /** Who added it, and on which day. */
  by: plainText(LIMITS.title).optional(),
  on: day.optional(),
});

const beside = {
  note: plainText(LIMITS.note).optional(),
  evidence: z
    .array(evidenceSchema)
    .max(LIMITS.evidence, `at most ${LIMITS.evidence} pieces of evidence`)
    .optional(),
};

export const ratedSchema = z.strictObject({ rung, ...beside });
/** Who agreed that it does not apply, and the day on which that is looked at again. */
export const exclusionFields = {
  approvedBy: required(LIMITS.approver).optional(),
  reviewOn: day.optional(),
};
export const notApplicableSchema = z.strictObject({
  notApplicable: z.literal(true),
  reason: required(LIMITS.reason),
  ...exclusionFields,
  ...beside,
});
export const unknownSchema = z.strictObject({ unknown: z.literal(true), ...beside });

/** One answer; the choice between the three shapes is made by the key that is present, so that an error names the right one. */
export const answerSchema = z.union([ratedSchema, notApplicableSchema, unknownSchema], {
  error: 'expected { rung: 0 to 4 }, { notApplicable: true, reason } or { unknown: true }',
});

export const statementSchema = z.union(
  [
    z.strictObject({ holds: z.boolean(), note: plainText(LIMITS.reason).optional() }),
    z.strictObject({ unknown: z.literal(true), note: plainText(LIMITS.reason).optional() }),
  ],
  { error: 'expected { holds: true or false } or { unknown: true }' },
);

export const scopeSchema = z.strictObject({
  useCases: z.int().min(0).max(100_000).optional(),
  inProduction: z.int().min(0).max(100_000).optional(),
  note: plainText(LIMITS.reason).optional(),
});

const capabilityTarget = z.union([rung, z.strictObject({ rung, reason: required(LIMITS.reason) })]);

export const targetsSchema = z.strictObject({
  aws: z.string().optional(),
  microsoft: z.string().optional(),
  google: z.string().optional(),
  capabilities: z.record(slug, capabilityTarget).optional(),
});

export const questionnairesSchema = z
  .array(z.enum(MODEL_IDS))
  .min(1, 'expected at least one of aws, microsoft, google')
  .refine((ids) => new Set(ids).size === ids.length, 'names a questionnaire twice');

export const assessmentFileSchema = z.strictObject({
  rungs: z.literal(1, { error: 'expected 1, the only format version there is' }),
  subject: required(LIMITS.title),
  scope: scopeSchema.optional(),
  date: day,
  questionnaires: questionnairesSchema.optional(),
  targets: targetsSchema.optional(),
  answers: z.record(z.string(), answerSchema),
  stated: z.record(z.string(), statementSchema).optional(),
});

export type Evidence = z.output<typeof evidenceSchema>;
export type Answer = z.output<typeof answerSchema>;
/** What was chosen, without note and evidence. */
export type Choice = { rung: Rung } | Exclusion | { unknown: true };
export type Exclusion = Omit<z.output<typeof notApplicableSchema>, keyof typeof beside>;
export type Statement = z.output<typeof statementSchema>;
export type Scope = z.output<typeof scopeSchema>;
export type Targets = z.output<typeof targetsSchema>;
export type AssessmentFile = z.output<typeof assessmentFileSchema>;
/** By capability id; a capability without an entry is unanswered. */
export type Answers = Readonly<Record<string, Answer>>;
/** By criterion id. */
export type Statements = Readonly<Record<string, Statement>>;
