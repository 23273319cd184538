import 'server-only';
import { answersOf } from '@/db/answers';
import type { Db } from '@/db/client';
import { frozenOf } from '@/db/frozen';
import { planOfTeam, planStepsOf } from '@/db/plans';
import { newestFinishedOf } from '@/db/scores';
import type { FrozenBody } from '../assessments/freeze';
import { domainAnswers } from '../assessments/load-assessment';
import type { PlanPromise } from '../domain/plan-promise';
import { emptyStanding, standingOf, type PlanStanding } from '../domain/plan-standing';
import { NOTHING_FINISHED, planState, type Given, type Kept } from '../domain/plan-state';
import { unpacked } from '../packed';
import { answeredAtOf, keptOf } from './roadmap-of';

/** What a commit does to that by which a team's plan stands. */
export type StandingChange = {
  /** What the plan promises that it will follow. */
  promise?: PlanPromise;
  kept?: Kept;
  /** The assessment by which it will count, with its answers where they are known without reading them. */
  newest?: { id: string; given: Given | null } | null;
};

/** How the plan of a team stands, or will stand, by the newest finished answers and by what is kept; without a plan, nothing. */
export async function ownStanding(
  db: Db,
  orgId: string,
  team: string,
  change: StandingChange = {},
): Promise<PlanStanding> {
  const promise = change.promise ?? (await planOfTeam(db, orgId, team))?.promise;
  if (promise === undefined) return emptyStanding();
  const kept = keptOf(await planStepsOf(db, orgId, team));
  if (change.kept !== undefined) kept.set(change.kept.step, change.kept);
  const given = await givenBy(db, orgId, await newestOf(db, orgId, team, change));
  // Whether a step is late is asked when this is read.
  return standingOf(promise, planState(promise, kept, given, '').steps);
}

async function newestOf(db: Db, orgId: string, team: string, { newest }: StandingChange) {
  if (newest !== undefined) return newest;
  const [found] = await newestFinishedOf(db, orgId, [team]);
  return found === undefined ? null : { id: found.id, given: null };
}

/** As it was frozen, with what was taken over from a platform team then. An assessment in the bin has its answers as well. */
async function givenBy(
  db: Db,
  orgId: string,
  newest: { id: string; given: Given | null } | null,
): Promise<Given> {
  if (newest === null) return NOTHING_FINISHED;
  if (newest.given !== null) return newest.given;
  const [frozen, rows] = await Promise.all([frozenOf(db, orgId, newest.id), answersOf(db, orgId, newest.id)]);
  return {
    answers:
      frozen === undefined ? domainAnswers(rows) : (unpacked(frozen.body) as FrozenBody).assessment.answers,
    answeredAt: answeredAtOf({ answers: new Map(rows.map((row) => [row.capability, row])) }),
  };
}
