import 'server-only';
import * as z from 'zod';
import { assessmentById, binOfTeam, emptyBins, setDeleted, setRestored } from '@/db/assessments';
import { commit, exactlyOne } from '@/db/commit';
import { teamOfAssessment } from '@/db/score-history';
import { audited } from '../audited';
import type { ActorContext, Context } from '../context';
import { binAction, can, whoMay, type Actor } from '../domain/policy';
import { done, failed, Stale, unlessStale, type Failure, type Result } from '../errors';
import { changeOne } from '../rollups/change-one';
import { commitWithRollups } from '../rollups/commit-with-rollups';

/** How long the bin keeps what was put into it. */
export const BIN_DAYS = 30;
const BIN_MS = BIN_DAYS * 86_400_000;

/** When what was deleted at this instant goes for good. */
export const leavesBinAt = (deletedAt: Date): Date => new Date(deletedAt.getTime() + BIN_MS);

export const deleteAssessmentInput = z.object({ org: z.string(), team: z.string(), id: z.string() });

type Which = { id: string };

/** Puts an assessment into the bin: nobody sees it, and for 30 days it can be taken out as it was. */
export async function deleteAssessment(ctx: ActorContext, { id }: Which): Promise<Result<null>> {
  const { db, actor, now } = ctx;
  const row = await assessmentById(db, actor.orgId, id);
  if (row === undefined) return failed('not-found', 'There is no such assessment.');
  const no = binRefusal(actor, row, 'deleted');
  if (no !== null) return no;
  const saved = await unlessStale(
    commitWithRollups(ctx, changeOne(row, { deletedAt: now }), (tx) => [
      exactlyOne(setDeleted(tx, row, { deletedAt: now, deletedBy: actor.userId }), () => new Stale()),
      audited(ctx, tx, 'assessment.delete', id),
    ]),
  );
  return saved ? done(null) : failed('conflict', 'Somebody is changing this assessment. Please try again.');
}

/** Takes an assessment out of the bin. A finished one counts again then, so it asks for the same as putting it there. */
export async function restoreAssessment(ctx: ActorContext, { id }: Which): Promise<Result<null>> {
  const { db, actor } = ctx;
  const teamId = await teamOfAssessment(db, actor.orgId, id);
  const bin = teamId === undefined ? [] : await binOfTeam(db, actor.orgId, teamId);
  const row = bin.find((each) => each.id === id);
  if (teamId === undefined || row === undefined)
    return failed('not-found', 'This assessment is not in the bin.');
  const no = binRefusal(actor, row, 'taken out of the bin');
  if (no !== null) return no;
  const saved = await unlessStale(
    commitWithRollups(ctx, changeOne({ id, teamId }, { deletedAt: null }), (tx) => [
      exactlyOne(setRestored(tx, { orgId: actor.orgId, id }), () => new Stale()),
      audited(ctx, tx, 'assessment.restore', id),
    ]),
  );
  return saved ? done(null) : failed('not-found', 'This assessment is not in the bin.');
}

function binRefusal(actor: Actor, row: { status: string }, what: string): Failure<never> | null {
  const needed = binAction(row);
  if (can(actor, needed, { orgId: actor.orgId })) return null;
  const kind = row.status === 'finished' ? 'A finished assessment' : 'An assessment';
  return failed('forbidden', `${kind} is ${what} by ${whoMay(needed)}.`);
}

/** Deletes for good what has been in a bin for longer than it keeps things. It counted nowhere, so no roll-up changes. */
export async function emptyOldBins({ db, now }: Pick<Context, 'db' | 'now'>): Promise<void> {
  await commit(db, (tx) => [emptyBins(tx, new Date(now.getTime() - BIN_MS))]);
}
