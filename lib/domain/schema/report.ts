import * as z from 'zod';
import { MODEL_IDS, RUNGS } from '../vocabulary';
import { evidenceSchema, scopeSchema, statementSchema } from './answers';

/** The shape of the report value, as it leaves in JSON. `report-document.ts` holds it to the types. */

export const modelId = z.enum(MODEL_IDS);
export const rungValue = z.literal(RUNGS);
/** A rung, or why there is none. */
export const standingValue = z.union([rungValue, z.enum(['not-applicable', 'unknown', 'unanswered'])]);
export const isoDay = z.iso.date();

const share = z.number().min(0).max(1);
const count = z.int().min(0);
const pair = z.strictObject({ certain: share, best: share }).nullable();
const bounds = z.strictObject({ fewest: z.number(), most: z.number() });
const atLeast = z.strictObject({ certain: z.number(), best: z.number() });
const holds = z.enum(['holds', 'not-yet', 'not-known', 'not-applicable', 'not-asked']);
const titled = z.strictObject({ capability: z.string(), title: z.string() });

const level = z.strictObject({
  ...{ id: z.string(), name: z.string(), short: z.string(), label: z.string(), meaning: z.string() },
  ...{ reached: z.boolean(), isNext: z.boolean() },
  ...{ met: count, atBest: count, of: count, excluded: count },
});

const requirement = z.strictObject({
  ...{ id: z.string(), level: z.string(), state: z.enum(['met', 'unmet', 'open', 'excluded']) },
  parts: z.array(titled.extend({ standing: standingValue, needs: z.number() })),
  criteria: z.array(
    z.strictObject({ id: z.string(), text: z.string(), stated: z.boolean(), met: z.boolean() }),
  ),
});

const statement = z.strictObject({
  ...{ id: z.string(), level: z.string(), area: z.string(), text: z.string() },
  source: z.strictObject({ title: z.string(), at: z.string(), url: z.string() }),
  kind: z.enum(['gate', 'advice', 'information']),
  ...{ ask: z.boolean(), repeats: z.string().nullable(), holds },
  ...{ statement: statementSchema.nullable(), remark: z.string().nullable() },
  decidedBy: z.array(titled.extend({ needs: z.number(), standing: standingValue })),
  joined: z.enum(['all', 'any']),
});

const model = z.strictObject({
  id: modelId,
  ...{ name: z.string(), mark: z.string(), title: z.string(), publisher: z.string(), edition: z.string() },
  sources: z.array(
    z.strictObject({ id: z.string(), title: z.string(), url: z.string(), licence: z.string() }),
  ),
  level: z.strictObject({ certain: z.string(), best: z.string(), floor: z.string() }),
  progress: atLeast,
  levels: z.array(level),
  next: z
    .strictObject({
      ...{ label: z.string(), toGo: atLeast, climbs: bounds, ifUnmetWereMet: z.string() },
      ...{ missing: z.array(requirement), excluded: z.array(z.string()) },
    })
    .nullable(),
  requirements: z.array(requirement),
  areas: z.array(z.strictObject({ id: z.string(), name: z.string(), counts: z.record(holds, count) })),
  statements: z.array(statement),
});

const area = z.strictObject({
  ...{ id: z.string(), title: z.string(), pair, lowest: z.number().nullable() },
  capabilities: z.array(z.strictObject({ id: z.string(), title: z.string(), standing: standingValue })),
});

const gap = z.strictObject({
  ...{ capability: z.string(), title: z.string(), standing: standingValue, required: z.number() },
  ...{ climbs: bounds, days: bounds, ownTarget: z.boolean() },
  blocks: z.array(
    z.strictObject({
      ...{ label: z.string(), isNext: z.boolean() },
      criteria: z.array(z.strictObject({ id: z.string(), text: z.string() })),
    }),
  ),
});

const step = z.strictObject({
  ...{ capability: z.string(), title: z.string(), from: z.number(), to: rungValue },
  ...{ action: z.string(), before: z.string(), after: z.string(), days: z.number() },
  ...{ lead: z.array(z.string()), unconfirmed: z.boolean(), canStart: z.boolean() },
  ...{ serves: z.array(z.string()), prerequisiteOf: z.array(z.string()) },
});

const tied = z.array(z.strictObject({ model: modelId, id: z.string(), text: z.string() }));

const capability = z.strictObject({
  ...{ id: z.string(), title: z.string(), domain: z.string(), question: z.string() },
  ...{ standing: standingValue, rungText: z.string().nullable() },
  ...{ reason: z.string().nullable(), approvedBy: z.string().exactOptional() },
  ...{ reviewOn: isoDay.exactOptional(), note: z.string().nullable() },
  ...{ evidence: z.array(evidenceSchema) },
  ...{ meets: tied, heldBack: tied, missing: tied },
});

const backed = z.strictObject({ backed: count, of: count });

const trust = z.strictObject({
  counts: z.strictObject({
    ...{ inScope: count, applicable: count, answered: count },
    ...{ rated: count, unknown: count, notApplicable: count },
  }),
  completeness: share.nullable(),
  evidence: backed.extend({
    ...{ lapsed: count.exactOptional(), against: count.exactOptional() },
    byModel: z.partialRecord(modelId, backed.extend({ level: z.string().exactOptional() })),
  }),
  notKnown: z.array(titled.extend({ answered: z.boolean() })),
});

export const reportSchema = z.strictObject({
  ...{ subject: z.string(), organisation: z.string().nullable(), date: isoDay },
  status: z.strictObject({
    ...{ finished: z.boolean(), by: z.string().nullable(), at: z.string().nullable() },
  }),
  ...{ scope: scopeSchema, questionnaires: z.array(modelId) },
  edition: z.strictObject({ version: z.string(), hash: z.string() }),
  ...{ measure: z.string(), summary: z.array(z.string()), tooLittleKnown: z.boolean() },
  ...{ models: z.array(model), areas: z.array(area), areaKind: z.enum(['domain', 'vendor-area']) },
  ...{ pillars: z.array(area), phases: z.array(area), sides: z.array(area) },
  ...{ overall: pair, beyond: pair, gaps: z.array(gap) },
  noAction: z.array(titled.extend({ standing: standingValue, required: z.number() })),
  exclusions: z.array(
    titled.extend({
      ...{ wanted: z.number(), required: z.number(), reason: z.string().exactOptional() },
    }),
  ),
  statedAgainst: z.array(z.strictObject({ label: z.string(), criterion: z.string(), text: z.string() })),
  ...{ reached: z.array(z.string()), steps: z.array(step), whatNext: z.array(step) },
  ...{ answerFirst: z.array(titled), trust, capabilities: z.array(capability) },
});
