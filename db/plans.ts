import { and, asc, desc, eq, isNull, lt, ne, sql } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import { plan, planStep } from './schema/plans';

export type Plan = typeof plan.$inferSelect;
export type PlanStep = typeof planStep.$inferSelect;

export function insertPlan(tx: Tx, row: Omit<Plan, 'version' | 'endedAt'>) {
  return tx.insert(plan).values({ ...row, version: 1, endedAt: null });
}

/** Ends a plan that runs; one that ended meanwhile is missed. */
export function endPlan(
  tx: Tx,
  { orgId, id, version }: Pick<Plan, 'orgId' | 'id' | 'version'>,
  endedAt: Date,
) {
  return guarded(
    tx
      .update(plan)
      .set({ endedAt, version: version + 1 })
      .where(and(eq(plan.orgId, orgId), eq(plan.id, id), eq(plan.version, version), isNull(plan.endedAt)))
      .returning({ id: plan.id }),
  );
}

/** Keeps a step that nobody has touched yet; a second one is a unique violation. */
export function insertPlanStep(tx: Tx, row: Omit<PlanStep, 'version'>) {
  return tx.insert(planStep).values({ ...row, version: 1 });
}

export function updatePlanStep(
  tx: Tx,
  seen: Pick<PlanStep, 'orgId' | 'teamId' | 'step' | 'version'>,
  changes: Partial<Omit<PlanStep, 'orgId' | 'teamId' | 'step' | 'version'>>,
) {
  return guarded(
    tx
      .update(planStep)
      .set({ ...changes, version: seen.version + 1 })
      .where(
        and(
          eq(planStep.orgId, seen.orgId),
          eq(planStep.teamId, seen.teamId),
          eq(planStep.step, seen.step),
          eq(planStep.version, seen.version),
        ),
      )
      .returning({ step: planStep.step }),
  );
}

/** The plan that a team follows; the newest, should two have been chosen at the same moment. */
export async function planOfTeam(db: Db, orgId: string, teamId: string): Promise<Plan | undefined> {
  const rows = await db
    .select()
    .from(plan)
    .where(and(eq(plan.orgId, orgId), eq(plan.teamId, teamId), isNull(plan.endedAt)))
    .orderBy(desc(plan.chosenAt), desc(plan.id))
    .limit(1);
  return rows[0];
}

/** The plan that a team had taken on before an instant, made from another assessment than this one. */
export async function planBefore(
  db: Db,
  orgId: string,
  { teamId, id }: { teamId: string; id: string },
  at: Date,
): Promise<Plan | undefined> {
  const rows = await db
    .select()
    .from(plan)
    .where(
      and(eq(plan.orgId, orgId), eq(plan.teamId, teamId), ne(plan.assessmentId, id), lt(plan.chosenAt, at)),
    )
    .orderBy(desc(plan.chosenAt), desc(plan.id))
    .limit(1);
  return rows[0];
}

export async function planStepsOf(db: Db, orgId: string, teamId: string): Promise<PlanStep[]> {
  return db
    .select()
    .from(planStep)
    .where(and(eq(planStep.orgId, orgId), eq(planStep.teamId, teamId)));
}

/** Which teams of an organisation follow a plan, with the person-days and the end that it promised. */
export async function plansOfOrg(
  db: Db,
  orgId: string,
): Promise<{ teamId: string; days: number; finish: string | null }[]> {
  return db
    .select({
      teamId: plan.teamId,
      days: sql`${plan.promise} ->> 'days'`.mapWith(Number),
      finish: sql<string | null>`${plan.promise} -> 'finish' ->> 'day'`,
    })
    .from(plan)
    .where(and(eq(plan.orgId, orgId), isNull(plan.endedAt)))
    .orderBy(asc(plan.chosenAt), asc(plan.id));
}
