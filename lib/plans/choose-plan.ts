import 'server-only';
import * as z from 'zod';
import { exactlyOne } from '@/db/commit';
import { endPlan, insertPlan, planOfTeam, planStepsOf } from '@/db/plans';
import { scenarioById } from '@/db/scenarios';
import { updateTeam } from '@/db/teams';
import { loadAssessment } from '../assessments/load-assessment';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { promiseOf } from '../domain/plan-promise';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { commitWithStanding } from './commit-with-standing';
import { roadmapOf } from './roadmap-of';

export const choosePlanInput = z.object({
  org: z.string(),
  /** The assessment. */
  id: z.string(),
  scenario: z.string(),
  /** Of the scenario, as the person saw it. */
  version: z.coerce.number().int(),
});

type Wanted = Pick<z.output<typeof choosePlanInput>, 'id' | 'scenario' | 'version'>;

/**
 * Makes a scenario the plan of its team: its settings and what its schedule promises today are kept as they are. The plan before it ends;
 * what became of its steps stays with the team. Of two who choose at once the second is told.
 */
export async function choosePlan(
  ctx: ActorContext,
  { id, scenario, version }: Wanted,
): Promise<Result<null>> {
  const { db, actor, now, newId } = ctx;
  const [loaded, chosen] = await Promise.all([
    loadAssessment(ctx, id),
    scenarioById(db, actor.orgId, scenario),
  ]);
  if (loaded === null) return failed('not-found', 'There is no such assessment.');
  if (chosen === undefined || chosen.assessmentId !== id)
    return failed('not-found', 'There is no such scenario.');
  if (chosen.version !== version)
    return failed('conflict', 'Somebody changed this scenario meanwhile. Reload to see what it is now.');
  const { team } = loaded;
  const roadmap = roadmapOf(loaded, await planStepsOf(db, actor.orgId, team.id), chosen.input);
  if (roadmap.steps.length === 0)
    return failed('invalid', 'This scenario has no steps, so there is nothing to plan.');
  const before = await planOfTeam(db, actor.orgId, team.id);
  const plan = newId();
  const promise = promiseOf(roadmap);
  const saved = await unlessStale(
    commitWithStanding(ctx, { team: team.id, promise }, (tx) => [
      // The team's version is the guard of which plan it follows.
      exactlyOne(updateTeam(tx, team, {}), () => new Stale()),
      ...(before === undefined ? [] : [exactlyOne(endPlan(tx, before, now), () => new Stale())]),
      insertPlan(tx, {
        ...{ id: plan, orgId: actor.orgId, teamId: team.id, assessmentId: id },
        ...{ name: chosen.name, input: chosen.input, promise },
        ...{ chosenBy: actor.userId, chosenAt: now },
      }),
      audited(ctx, tx, 'plan.choose', plan, { team: team.slug, scenario: chosen.name }),
    ]),
  );
  return saved
    ? done(null)
    : failed('conflict', 'Somebody changed this team or its plan meanwhile. Please try again.');
}
