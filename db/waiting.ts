import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { Db } from './client';
import type { PlanStep } from './plans';
import { type Assessment, assessment } from './schema/assessments';
import { planStep } from './schema/plans';

export type OpenAssessment = Pick<Assessment, 'id' | 'teamId' | 'title' | 'status' | 'review' | 'createdBy'>;

/** Drafts and what was handed in, the oldest first. */
export async function openAssessmentsOf(db: Db, orgId: string): Promise<OpenAssessment[]> {
  return db
    .select({
      id: assessment.id,
      teamId: assessment.teamId,
      title: assessment.title,
      status: assessment.status,
      review: assessment.review,
      createdBy: assessment.createdBy,
    })
    .from(assessment)
    .where(and(eq(assessment.orgId, orgId), ne(assessment.status, 'finished'), isNull(assessment.deletedAt)))
    .orderBy(assessment.createdAt, assessment.id);
}

export type OwnedStep = Pick<PlanStep, 'teamId' | 'step' | 'status' | 'dueOn'>;

/** Steps of plans that one of these names stands beside and that are not done, by due day. */
export async function stepsOwnedBy(db: Db, orgId: string, owners: readonly string[]): Promise<OwnedStep[]> {
  return db
    .select({
      teamId: planStep.teamId,
      step: planStep.step,
      status: planStep.status,
      dueOn: planStep.dueOn,
    })
    .from(planStep)
    .where(and(eq(planStep.orgId, orgId), inArray(planStep.owner, [...owners]), ne(planStep.status, 'done')))
    .orderBy(planStep.dueOn, planStep.teamId, planStep.step);
}
