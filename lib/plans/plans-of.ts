import 'server-only';
import { planOfTeam, planStepsOf, type Plan, type PlanStep } from '@/db/plans';
import { scenariosOf, type Scenario } from '@/db/scenarios';
import type { LoadedAssessment } from '../assessments/load-assessment';
import type { ActorContext } from '../context';
import { assumedInput, type PlanInput } from '../domain/plan-input';
import { dayOf } from '../domain/calendar';

export type PlansOfAssessment = {
  scenarios: Scenario[];
  /** The plan that the team follows, whichever assessment it was made from. */
  plan: Plan | null;
  /** What became of its steps, by step id. */
  kept: ReadonlyMap<string, PlanStep>;
  /** What the page shows where its address asks for nothing else. */
  shown: { scenario: Scenario | null; input: PlanInput };
};

/** The scenarios of an assessment and the plan of its team; `null` where `scenario` names one that is not there. */
export async function plansOf(
  { db, actor, now }: ActorContext,
  { row, team, assessment }: LoadedAssessment,
  scenario: string | undefined,
): Promise<PlansOfAssessment | null> {
  const [scenarios, plan, steps] = await Promise.all([
    scenariosOf(db, actor.orgId, row.id),
    planOfTeam(db, actor.orgId, team.id),
    planStepsOf(db, actor.orgId, team.id),
  ]);
  const asked = scenarios.find(({ id }) => id === scenario) ?? null;
  if (scenario !== undefined && asked === null) return null;
  const assumed = assumedInput(assessment.targets, dayOf(now));
  return {
    scenarios,
    plan: plan ?? null,
    kept: new Map(steps.map((step) => [step.step, step])),
    shown: { scenario: asked, input: asked?.input ?? plan?.input ?? assumed },
  };
}
