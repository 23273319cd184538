import * as z from 'zod';
import { isLicence } from '../licences';
import { MODEL_IDS, PHASES, PILLARS, SIDES, TOOL_PLATFORMS } from '../vocabulary';
import type { ModelId, ToolPlatform } from '../vocabulary';

/** The shapes of the files in `content/`. Reference checks that need several files stand in `lib/domain/content.ts`. */

/** A slug: lower-case words joined by hyphens. Ids never change and are never reused. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected a slug: lower-case letters, digits and single hyphens')
  .max(60);

const text = z.string().trim().min(1).max(1200);
const shortText = z.string().trim().min(1).max(200);
const httpsUrl = z.url({ protocol: /^https$/, error: 'expected an https:// address' });

export const rungSchema = z.int().min(0).max(4);

const rungRef = z.strictObject({ capability: slug, rung: rungSchema });

const platformSchema = z.enum(Object.keys(TOOL_PLATFORMS) as ToolPlatform[]);

const effort = z
  .record(slug, z.number().min(0.5).max(60).multipleOf(0.5))
  .refine((perRole) => Object.keys(perRole).length > 0, 'expected at least one role');

/** One climb of a ladder, from rung `to - 1` to rung `to`. Effort in person-days per role, `weeks` the shortest calendar time. */
const stepSchema = z.strictObject({
  to: z.int().min(1).max(4),
  action: text,
  automation: z.strictObject({ before: text, after: text }),
  tools: z.partialRecord(platformSchema, z.array(slug).min(1).max(3)).optional(),
  effort,
  weeks: z.int().min(1).max(26),
  after: z.array(rungRef).default([]),
});

export const capabilitySchema = z.strictObject({
  id: slug,
  domain: slug,
  title: shortText,
  question: text,
  why: text,
  asked: z.enum(['team', 'organisation']).default('team'),
  pillar: z.enum(PILLARS),
  phases: z.array(z.enum(PHASES)).min(1),
  side: z.enum(SIDES),
  rungs: z.array(z.strictObject({ text })).length(5, 'expected exactly five rungs, 0 to 4'),
  words: z.array(slug).default([]),
  notApplicable: text.optional(),
  evidence: z.array(text).min(1),
  roles: z.strictObject({ lead: z.array(slug).min(1), support: z.array(slug).default([]) }),
  steps: z.array(stepSchema).length(4, 'expected four steps, to rung 1, 2, 3 and 4'),
});

const parts = z.array(rungRef).min(2);
const metSchema = z.union([rungRef, z.strictObject({ allOf: parts }), z.strictObject({ anyOf: parts })]);

const criterionSchema = z
  .strictObject({
    id: z.string().regex(/^[A-Z][A-Z0-9]*-[A-Z0-9]+$/, 'expected a criterion id such as MS2-TE4'),
    level: z.string(),
    dimension: slug,
    text,
    source: z.strictObject({ id: slug, at: shortText }),
    met: metSchema.optional(),
    gate: z.boolean().optional(),
    info: text.optional(),
    ask: z.literal(true).optional(),
    repeats: z.string().optional(),
    fit: z.enum(['exact', 'asks-more', 'asks-less']).default('exact'),
    fitNote: text.optional(),
  })
  .refine(
    (c) => (c.met === undefined) !== (c.info === undefined),
    'expected either met or info, not both and not neither',
  )
  .refine(
    (c) => c.met === undefined || c.gate !== undefined,
    'a criterion with met needs gate: true or false',
  )
  .refine(
    (c) => c.info === undefined || c.gate === undefined,
    'a criterion with info cannot be a gate: leave gate out',
  )
  .refine((c) => c.ask === undefined || c.info !== undefined, 'ask belongs to a criterion with info')
  .refine((c) => c.fit === 'exact' || c.fitNote !== undefined, 'a fit other than exact needs a fitNote');

export const modelSchema = z.strictObject({
  id: z.enum(MODEL_IDS),
  title: shortText,
  publisher: shortText,
  edition: z.iso.date(),
  sources: z.array(z.strictObject({ id: slug, title: shortText, url: httpsUrl, licence: shortText })).min(1),
  levels: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]+$/),
        order: z.int().min(0).max(9),
        name: shortText,
        meaning: text,
        symptoms: z.array(z.strictObject({ id: z.string(), text })).default([]),
      }),
    )
    .min(2),
  dimensions: z.array(z.strictObject({ id: slug, name: shortText })).min(1),
  criteria: z.array(criterionSchema).min(1),
});

export const rolesSchema = z.array(
  z.strictObject({
    id: slug,
    title: shortText,
    aliases: z.array(shortText).default([]),
    category: z.enum(['business', 'technical', 'executive']),
    phases: z.array(z.enum(PHASES)).min(1),
    duties: z.array(text).min(1),
    upskilling: z
      .array(
        z.strictObject({
          title: shortText,
          publisher: shortText,
          kind: z.enum(['certification', 'learning-path', 'course', 'book']),
        }),
      )
      .max(3)
      .default([]),
  }),
);

export const toolsSchema = z.array(
  z.strictObject({
    id: slug,
    name: shortText,
    url: httpsUrl,
    platform: platformSchema,
    licence: z.string().refine(isLicence, 'expected a licence of lib/domain/licences.ts, or proprietary'),
    capabilities: z.array(slug).min(1),
  }),
);

const named = { id: slug, title: shortText, meaning: text };

/** Domains fix the order in which capabilities are shown and asked. */
export const lifecycleSchema = z.strictObject({
  version: z.string().regex(/^\d{4}\.\d+$/, 'expected a content version such as 2026.1'),
  /** Who changed the content, where it is not as published; stands in the name of the edition. */
  house: z
    .string()
    .regex(
      /^(?!changed$)[A-Za-z0-9][A-Za-z0-9.-]{0,29}$/,
      'expected a short name of letters, digits, dots and dashes, such as acme',
    )
    .optional(),
  domains: z.array(z.strictObject({ ...named, capabilities: z.array(slug).min(1) })).min(1),
  pillars: z.array(z.strictObject({ ...named, id: z.enum(PILLARS) })).length(4),
  phases: z.array(z.strictObject({ ...named, id: z.enum(PHASES) })).length(3),
  sides: z.array(z.strictObject({ ...named, id: z.enum(SIDES) })).length(2),
  retired: z
    .array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(['capability', 'criterion', 'role', 'tool', 'term']),
        note: text,
      }),
    )
    .default([]),
});

export const glossarySchema = z.array(z.strictObject({ id: slug, term: shortText, meaning: text }));

export type { ModelId, Phase, Pillar, Rung, Side } from '../vocabulary';
export type RungRef = z.output<typeof rungRef>;
export type Step = z.output<typeof stepSchema>;
export type Capability = z.output<typeof capabilitySchema>;
export type Met = z.output<typeof metSchema>;
export type Criterion = z.output<typeof criterionSchema>;
export type MaturityModel = z.output<typeof modelSchema>;
export type Role = z.output<typeof rolesSchema>[number];
export type Tool = z.output<typeof toolsSchema>[number];
export type Lifecycle = z.output<typeof lifecycleSchema>;
export type Glossary = z.output<typeof glossarySchema>;

/** All content, parsed and with its references checked. Capabilities stand in the order of `lifecycle.domains`. */
export type Content = {
  capabilities: Capability[];
  models: Record<ModelId, MaturityModel>;
  roles: Role[];
  tools: Tool[];
  lifecycle: Lifecycle;
  glossary: Glossary;
  /** Hash of everything and, apart, of what can move a number; hexadecimal. */
  edition: { hash: string; version: string };
  measure: string;
};
