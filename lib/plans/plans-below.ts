import 'server-only';
import { setImmediate } from 'node:timers/promises';
import { standingsIn } from '@/db/standings';
import type { ActorContext } from '../context';
import type { Aims } from '../domain/aims';
import { summed, type PlanStanding } from '../domain/plan-standing';
import { plansTogether, yearAimedAt, type PlansTogether } from '../domain/scorecard-plans';
import type { Survey } from '../orgs/survey-tree';
import { surveyUnit } from '../orgs/survey-unit';
import { dayOf } from '../domain/calendar';

export type NamedTeam = { slug: string; name: string };

/** Plans together, with how they stand. */
export type Plans = { standing: PlanStanding; together: PlansTogether };

/** The plans of what was surveyed below a unit, `null` for the organisation: from sums, whatever number of teams there is. */
export async function plansIn(
  ctx: ActorContext,
  survey: Pick<Survey, 'scored' | 'uncounted' | 'expected'>,
  { root, aims }: { root: string | null; aims: Aims | null },
): Promise<Plans> {
  const { db, actor } = ctx;
  const assessed = survey.scored.some(({ id }) => id === root);
  const [sums, own, uncounted] = await Promise.all([
    standingsIn(db, actor.orgId, 'below', [root ?? actor.orgId]),
    standingsIn(db, actor.orgId, 'own', root !== null && assessed ? [root] : []),
    standingsIn(db, actor.orgId, 'own', survey.uncounted),
  ]);
  const bodies = (rows: typeof sums) => rows.map(({ body }) => body);
  return told(ctx, summed(bodies([...sums, ...own]), bodies(uncounted)), survey.expected, aims);
}

export type PlansBelow = Plans & {
  /** For each of these the teams of whose own plans it holds, in the order of their names. */
  named: (conditions: readonly ((own: PlanStanding) => boolean)[]) => Promise<NamedTeam[][]>;
};

/** The same where teams are to be named; `null` where there is no such unit. */
export async function plansBelow(
  ctx: ActorContext,
  unit: string | undefined,
  aims: Aims | null,
): Promise<PlansBelow | null> {
  const found = await surveyUnit(ctx, unit);
  if (found === null) return null;
  const { nodes, root, survey } = found;
  return {
    ...(await plansIn(ctx, survey, { root: root?.id ?? null, aims })),
    named: async (conditions) => {
      if (conditions.length === 0) return [];
      const held = await ofEachPlan(ctx, survey, (own) => conditions.map((holds) => holds(own)));
      return conditions.map((_, index) =>
        nodes.flatMap(({ id, slug, name }) => (held.get(id)?.[index] === true ? [{ slug, name }] : [])),
      );
    },
  };
}

/** Plans read at a time: how those of ten thousand teams stand is 40 MB as text, and some hundred once parsed. */
const READ_AT_ONCE = 500;

/** What is to be known of how the plan of each team stands that could have a score, by team. */
export async function ofEachPlan<Known>(
  { db, actor }: ActorContext,
  { scored, waiting }: Pick<Survey, 'scored' | 'waiting'>,
  known: (own: PlanStanding) => Known,
): Promise<Map<string, Known>> {
  const ids = [...scored, ...waiting].map(({ id }) => id);
  const all = new Map<string, Known>();
  for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
    if (from > 0) await setImmediate();
    const rows = await standingsIn(db, actor.orgId, 'own', ids.slice(from, from + READ_AT_ONCE));
    for (const { nodeId, body } of rows) if (body.plans > 0) all.set(nodeId, known(body));
  }
  return all;
}

function told({ content, now }: ActorContext, standing: PlanStanding, of: number, aims: Aims | null): Plans {
  const today = dayOf(now);
  const year = yearAimedAt(aims ?? {}, today);
  return { standing, together: plansTogether(content, standing, { of, today, year }) };
}
