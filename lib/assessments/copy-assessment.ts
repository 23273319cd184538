import 'server-only';
import * as z from 'zod';
import { claim } from '@/db/assessments';
import { commit, exactlyOne } from '@/db/commit';
import { originsOfTeam } from '@/db/origins';
import type { ActorContext } from '../context';
import { LIMITS } from '../domain/limits';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { loadAssessment, type LoadedAssessment } from './load-assessment';
import { newAssessment } from './new-assessment';
import { dayOf } from '../domain/calendar';

export const copyAssessmentInput = z.object({ org: z.string(), team: z.string(), id: z.string() });

type Which = { id: string };
type Copied = Result<{ id: string }>;

/**
 * Opens a finished assessment again as a new version: a draft with the same answers. The frozen one stays as it is, and counts in
 * scorecards until the new version is finished.
 */
export async function reopenAssessment(ctx: ActorContext, { id }: Which): Promise<Copied> {
  const loaded = await loadAssessment(ctx, id);
  if (loaded === null) return failed('not-found', 'There is no such assessment.');
  const { row } = loaded;
  if (row.status !== 'finished')
    return failed('invalid', 'Only a finished assessment is reopened; this one can still be changed.');
  const origins = await originsOfTeam(ctx.db, ctx.actor.orgId, row.teamId);
  const newer = origins.find(({ fromId, kind }) => fromId === id && kind === 'version');
  if (newer !== undefined)
    return failed(
      'invalid',
      newer.status === 'finished'
        ? 'A newer version of this assessment is finished; reopen that one.'
        : 'A new version of this assessment is open already.',
    );
  return copy(ctx, loaded, { title: row.title, assessedOn: row.assessedOn, kind: 'version' });
}

/** Makes an independent draft with the answers of any assessment. */
export async function duplicateAssessment(ctx: ActorContext, { id }: Which): Promise<Copied> {
  const loaded = await loadAssessment(ctx, id);
  if (loaded === null) return failed('not-found', 'There is no such assessment.');
  return copy(ctx, loaded, {
    title: Array.from(`Copy of ${loaded.row.title}`).slice(0, LIMITS.title).join(''),
    assessedOn: dayOf(ctx.now),
    kind: 'copy',
  });
}

async function copy(
  ctx: ActorContext,
  { row, content, answers, statements }: LoadedAssessment,
  { kind, ...own }: { title: string; assessedOn: string; kind: 'version' | 'copy' },
): Promise<Copied> {
  const { teamId, scope, questionnaires, targets } = row;
  const id = ctx.newId();
  const saved = await unlessStale(
    commit(ctx.db, (tx) => [
      exactlyOne(claim(tx, row), () => new Stale()),
      ...newAssessment(
        ctx,
        tx,
        { id, teamId, scope, questionnaires, targets, content, ...own },
        { answers: answers.values(), statements: statements.values(), origin: { fromId: row.id, kind } },
      ),
    ]),
  );
  return saved ? done({ id }) : failed('conflict', 'Somebody is changing this assessment. Please try again.');
}
