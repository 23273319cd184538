import 'server-only';
import { planBefore } from '@/db/plans';
import { namesOf } from '@/db/users';
import type { LoadedAssessment } from '../assessments/load-assessment';
import type { ActorContext } from '../context';
import { promiseKept, type PromiseKept } from '../domain/promise-kept';
import type { Report } from '../domain/report';
import { dayOf } from '../domain/calendar';

export type PromiseHeld = PromiseKept & { plan: { name: string; by: string; chosenOn: string } };

/** What the plan that a team had taken on before promised for this assessment, and what has become of it; `null` without such a plan. */
export async function promiseHeld(
  { db, actor, now }: ActorContext,
  { row }: Pick<LoadedAssessment, 'row'>,
  report: Report,
): Promise<PromiseHeld | null> {
  const plan = await planBefore(db, actor.orgId, row, row.finishedAt ?? now);
  if (plan === undefined) return null;
  const { name, chosenBy, chosenAt, promise } = plan;
  const names = await namesOf(db, [chosenBy]);
  return {
    ...promiseKept(promise, report),
    plan: { name, by: names.get(chosenBy) ?? 'somebody', chosenOn: dayOf(chosenAt) },
  };
}
