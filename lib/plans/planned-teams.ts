import 'server-only';
import { rungsOf } from '@/db/answers';
import { plansOfOrg, planStepsOfOrg } from '@/db/plans';
import { newestFinishedOf } from '@/db/scores';
import type { ActorContext } from '../context';
import { planState, type Kept } from '../domain/plan-state';
import type { Answer, Answers } from '../domain/schema/answers';
import type { PlannedTeam } from '../domain/scorecard-plans';
import { RUNGS } from '../domain/vocabulary';

/**
 * The teams among these that follow a plan, with how it stands today: by their newest finished answers, as the page of each says. No
 * schedule is computed, so that a page of a thousand teams stays quick.
 */
export async function plannedTeams(ctx: ActorContext, among: ReadonlySet<string>): Promise<PlannedTeam[]> {
  const { db, actor, now } = ctx;
  const [all, steps] = await Promise.all([plansOfOrg(db, actor.orgId), planStepsOfOrg(db, actor.orgId)]);
  // The newest comes first, should two have been chosen at the same moment.
  const plans = new Map(all.toReversed().map((plan) => [plan.teamId, plan]));
  const followed = [...plans.values()].filter(({ teamId }) => among.has(teamId));
  const newest = await newestFinishedOf(
    db,
    actor.orgId,
    followed.map(({ teamId }) => teamId),
  );
  const heldAgainst = new Map(newest.map(({ teamId, id }) => [teamId, id]));
  const assessmentOf = ({ teamId, assessmentId }: (typeof followed)[number]) =>
    heldAgainst.get(teamId) ?? assessmentId;
  const rows = await rungsOf(db, actor.orgId, followed.map(assessmentOf));
  const rungs = new Map(rows.map((row) => [row.assessmentId, row.rungs]));
  const kept = new Map<string, Map<string, Kept>>();
  for (const { teamId, acceptedAt, ...step } of steps) {
    const own = kept.get(teamId) ?? new Map<string, Kept>();
    own.set(step.step, { ...step, acceptedAt: acceptedAt?.toISOString() ?? null });
    kept.set(teamId, own);
  }
  const today = now.toISOString().slice(0, 10);
  return followed.map((plan) => ({
    team: plan.teamId,
    promise: plan.promise,
    state: planState(
      plan.promise,
      kept.get(plan.teamId) ?? new Map<string, Kept>(),
      given(rungs.get(assessmentOf(plan)) ?? ''),
      today,
    ),
  }));
}

/** What `rungsOf` put together, as answers. */
function given(rungs: string): { answers: Answers; answeredAt: Map<string, string> } {
  const answers: Record<string, Answer> = {};
  const answeredAt = new Map<string, string>();
  for (const each of rungs === '' ? [] : rungs.split(',')) {
    const [capability = '', digit, at] = each.split(':');
    const rung = RUNGS.find((known) => String(known) === digit);
    if (rung === undefined) continue;
    answers[capability] = { rung };
    answeredAt.set(capability, new Date(Number(at)).toISOString());
  }
  return { answers, answeredAt };
}
