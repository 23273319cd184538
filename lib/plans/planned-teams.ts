import 'server-only';
import { rungsOf } from '@/db/answers';
import type { Db } from '@/db/client';
import { plansOfOrg, planStepsOfOrg, promisesOf } from '@/db/plans';
import { newestFinishedOf } from '@/db/scores';
import type { ActorContext } from '../context';
import { planState, type Kept } from '../domain/plan-state';
import type { Answer, Answers } from '../domain/schema/answers';
import type { PlannedTeam } from '../domain/scorecard-plans';
import { RUNGS } from '../domain/vocabulary';
import { readOnce } from './read-once';

/**
 * The teams among these that follow a plan, with how it stands today: by their newest finished answers, as the page of each says. No
 * schedule is computed, so that a page of a thousand teams stays quick.
 */
export async function plannedTeams(ctx: ActorContext, among: ReadonlySet<string>): Promise<PlannedTeam[]> {
  const { db, actor, now } = ctx;
  const [all, stepRows] = await Promise.all([plansOfOrg(db, actor.orgId), planStepsOfOrg(db, actor.orgId)]);
  // The newest comes first, should two have been chosen at the same moment.
  const plans = new Map(all.toReversed().map((plan) => [plan.teamId, plan]));
  const followed = [...plans.values()].filter(({ teamId }) => among.has(teamId));
  const newest = await newestFinishedOf(
    db,
    actor.orgId,
    followed.map(({ teamId }) => teamId),
  );
  const heldAgainst = new Map(newest.map(({ teamId, id }) => [teamId, id]));
  const drafts = followed.filter(({ teamId }) => !heldAgainst.has(teamId));
  const [promises, finished, unfinished] = await Promise.all([
    promisesById(
      db,
      actor.orgId,
      followed.map(({ id }) => id),
    ),
    finishedRungs(db, actor.orgId, [...heldAgainst.values()]),
    rungsById(
      db,
      actor.orgId,
      drafts.map(({ assessmentId }) => assessmentId),
    ),
  ]);
  const kept = new Map<string, Map<string, Kept>>();
  for (const { teamId, step, status, dueOn, doneOn, acceptedAt } of stepRows) {
    const own = kept.get(teamId) ?? new Map<string, Kept>();
    own.set(step, { step, status, dueOn, doneOn, acceptedAt: acceptedAt?.toISOString() ?? null });
    kept.set(teamId, own);
  }
  const today = now.toISOString().slice(0, 10);
  return followed.flatMap(({ id, teamId, assessmentId }): PlannedTeam[] => {
    const promise = promises.get(id);
    if (promise === undefined) return [];
    const own = heldAgainst.get(teamId);
    const given = own === undefined ? unfinished.get(assessmentId) : finished.get(own);
    const steps = kept.get(teamId) ?? new Map<string, Kept>();
    return [{ team: teamId, promise, state: planState(promise, steps, given ?? NOTHING, today) }];
  });
}

type Given = { answers: Answers; answeredAt: ReadonlyMap<string, string> };

const NOTHING: Given = { answers: {}, answeredAt: new Map() };

const promisesById = readOnce(
  async (db, orgId, ids) =>
    new Map((await promisesOf(db, orgId, ids)).map(({ id, promise }) => [id, promise])),
);

const rungsById = async (db: Db, orgId: string, ids: readonly string[]): Promise<Map<string, Given>> =>
  new Map((await rungsOf(db, orgId, ids)).map(({ assessmentId, rungs }) => [assessmentId, givenBy(rungs)]));

/** Of finished assessments, whose answers do not change any more. */
const finishedRungs = readOnce(rungsById);

/** What `rungsOf` put together, as answers. */
function givenBy(rungs: string): Given {
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
