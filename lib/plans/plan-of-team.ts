import 'server-only';
import { planOfTeam, planStepsOf, type Plan, type PlanStep } from '@/db/plans';
import { newestFinishedScores } from '@/db/scores';
import { teamBySlug } from '@/db/teams';
import { namesOf } from '@/db/users';
import { loadAssessment } from '../assessments/load-assessment';
import type { ActorContext } from '../context';
import { NOTHING_FINISHED, planState, type PlanState } from '../domain/plan-state';
import type { Roadmap } from '../domain/roadmap';
import type { Content } from '../domain/schema/content';
import { givenOf, keptOf, roadmapOf } from './roadmap-of';
import { dayOf } from '../domain/calendar';

export type PlanOfTeamStep = PlanStep;

export type TeamPlan = {
  team: { slug: string; name: string };
  plan: Plan;
  /** Who chose it. */
  by: string;
  state: PlanState;
  /** The same settings from what is answered and accepted by now. */
  now: Roadmap;
  kept: ReadonlyMap<string, PlanStep>;
  content: Content;
  /** The assessment that the rest is planned from: the newest finished one, which the plan is held against, or the one it was made from. */
  assessment: { id: string; title: string };
};

/** The plan that a team follows, held against its newest finished answers; `null` where it has none. */
export async function planOf(ctx: ActorContext, slug: string): Promise<TeamPlan | null> {
  const { db, actor, now } = ctx;
  const team = await teamBySlug(db, actor.orgId, slug);
  if (team === undefined) return null;
  const [plan, rows, scores] = await Promise.all([
    planOfTeam(db, actor.orgId, team.id),
    planStepsOf(db, actor.orgId, team.id),
    newestFinishedScores(db, actor.orgId, [team.id]),
  ]);
  if (plan === undefined) return null;
  const newest = scores.find(({ place }) => place === 1)?.assessment.id;
  const loaded = await loadAssessment(ctx, newest ?? plan.assessmentId);
  if (loaded === null) return null;
  const given = newest === undefined ? NOTHING_FINISHED : givenOf(loaded);
  const names = await namesOf(db, [plan.chosenBy]);
  return {
    team: { slug: team.slug, name: team.name },
    plan,
    by: names.get(plan.chosenBy) ?? 'somebody',
    state: planState(plan.promise, keptOf(rows), given, dayOf(now)),
    now: roadmapOf(loaded, rows, plan.input),
    kept: new Map(rows.map((row) => [row.step, row])),
    content: loaded.content,
    assessment: { id: loaded.row.id, title: loaded.row.title },
  };
}
