import * as z from 'zod';
import { TOOL_PLATFORMS, type ToolPlatform } from '../vocabulary';
import { isoDay, modelId, rungValue } from './report';

/** The shape of a schedule, as it leaves with a report in JSON. */

const ids = z.array(z.string());
const week = z.int().min(0);
const platform = z.enum(Object.keys(TOOL_PLATFORMS) as ToolPlatform[]);
const byRole = z.record(z.string(), z.number());
const levelId = z.strictObject({ model: modelId, level: z.string() });

const when = z.strictObject({
  ...{ week, day: isoDay, quarter: z.string() },
  range: z.tuple([z.string(), z.string().nullable()]),
});

const purpose = z.union([
  levelId.extend({ kind: z.literal('level') }),
  z.strictObject({ kind: z.literal('target') }),
]);

const step = z.strictObject({
  ...{ id: z.string(), capability: z.string(), title: z.string(), domain: z.string() },
  ...{ from: z.number(), to: rungValue, action: z.string() },
  automation: z.strictObject({ before: z.string(), after: z.string() }),
  ...{ startWeek: week, endWeek: week, startsOn: isoDay, doneOn: isoDay, quarter: z.string() },
  ...{ effort: byRole, days: z.number(), demand: byRole, slack: z.number() },
  ...{ purposes: z.array(purpose), prerequisiteOf: ids, after: ids, unlocks: ids },
  tools: z.strictObject({ platform: z.string(), tools: ids }).nullable(),
  ...{ needsNamed: ids, unconfirmed: z.boolean(), inProgress: z.boolean(), changed: z.boolean() },
  notBefore: z.string().nullable(),
});

const level = levelId.extend({
  heldBy: z.array(
    z.strictObject({
      requirement: z.string(),
      parts: z.array(z.strictObject({ capability: z.string(), rung: z.number() })),
      ...{ week: week.nullable(), stated: z.boolean() },
    }),
  ),
  when: when.nullable(),
});

const role = z.strictObject({
  ...{ role: z.string(), title: z.string(), people: z.number(), coveredBy: z.string().nullable() },
  quarters: z.array(
    z.strictObject({
      ...{ quarter: z.string(), demand: z.number(), supply: z.number(), money: z.number().nullable() },
    }),
  ),
  ...{ days: z.number(), leads: ids, supports: ids, covers: ids },
  upskilling: z.array(
    z.strictObject({
      ...{ title: z.string(), publisher: z.string() },
      kind: z.enum(['certification', 'learning-path', 'course', 'book']),
    }),
  ),
});

const tool = z.strictObject({ tool: z.string(), name: z.string(), platform });
const toolUse = tool.extend({ week, steps: ids });

const tooling = z.strictObject({
  ...{ adopt: z.array(toolUse), keep: z.array(toolUse) },
  replace: z.array(tool.extend({ by: ids, week, capabilities: ids })),
  elsewhere: z.array(z.strictObject({ step: z.string(), platform, tools: ids })),
});

const levelWeek = levelId.extend({ week });

const leftOut = z.strictObject({
  ...{ id: z.string(), capability: z.string(), to: rungValue },
  reason: z.union([
    z.strictObject({ kind: z.literal('excluded'), reason: z.string() }),
    z.strictObject({ kind: z.literal('waits'), for: z.string() }),
    z.strictObject({ kind: z.literal('nobody'), roles: ids }),
    z.strictObject({
      ...{ kind: z.literal('too-long'), duration: z.number(), stretchedBy: z.string().nullable() },
    }),
    z.strictObject({ kind: z.literal('too-late'), notBefore: z.string() }),
  ]),
});

export const roadmapSchema = z.strictObject({
  ...{ monday: isoDay, horizonWeeks: week, hireWeeks: week, answerFirst: ids.nullable() },
  ...{ targets: z.array(levelId), steps: z.array(step), levels: z.array(level), finish: when.nullable() },
  ...{ makespan: week, lowerBound: z.number(), days: z.number() },
  money: z.strictObject({ total: z.number(), currency: z.string(), unpriced: ids }).nullable(),
  progress: z.array(z.strictObject({ week, steps: ids, progress: z.partialRecord(modelId, z.number()) })),
  ...{ roles: z.array(role), tooling },
  wanted: z.array(
    z.strictObject({
      ...{ role: z.string(), shortFrom: z.string().nullable() },
      quarters: z.array(
        z.strictObject({
          ...{ quarter: z.string(), demand: z.number(), supply: z.number(), short: z.number() },
        }),
      ),
    }),
  ),
  hiring: z.array(
    z.strictObject({
      ...{ role: z.string(), steps: ids, without: z.array(levelWeek) },
      withOne: z.strictObject({ makespan: week, levels: z.array(levelWeek) }),
    }),
  ),
  stretched: z.array(
    z.strictObject({ step: z.string(), role: z.string(), weeks: z.number(), shortest: z.number() }),
  ),
  leftOut: z.array(leftOut),
  late: z.array(z.strictObject({ step: z.string(), waitsFor: ids })),
  cost: z.strictObject({ weeks: z.number(), days: z.number(), lost: z.array(levelId) }).nullable(),
});
