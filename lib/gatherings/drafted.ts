import 'server-only';
import { assessmentById } from '@/db/assessments';
import { gatheringOf } from '@/db/gatherings';
import { respondentById, type Asked } from '@/db/respondents';
import type { Assessment } from '@/db/schema/assessments';
import type { Gathering } from '@/db/schema/gatherings';
import { fixed } from '../assessments/fixed';
import type { ActorContext } from '../context';
import { done, failed, type Result } from '../errors';
import { settingsOf } from './set-gathering';

type Ctx = Pick<ActorContext, 'db' | 'actor'>;

export type Drafted = {
  assessment: Assessment;
  /** Nothing while nobody has said how it is answered. */
  row: Gathering | undefined;
  way: Gathering['way'];
};

/** An assessment of which it is said who is asked, while that may change. */
export async function drafted({ db, actor }: Ctx, id: string): Promise<Result<Drafted, never>> {
  const [assessment, row] = await Promise.all([
    assessmentById(db, actor.orgId, id),
    gatheringOf(db, actor.orgId, id),
  ]);
  if (assessment === undefined) return failed('not-found', 'There is no such assessment.');
  const no = fixed(assessment);
  if (no !== null) return no;
  if (row?.openedAt != null) return failed('finished', 'The answers are opened: nobody is asked any more.');
  return done({ assessment, row, way: settingsOf(row).way });
}

/** The same with one who is asked for it, and was not removed. */
export async function askedIn(
  ctx: Ctx,
  { id, respondent: wanted }: { id: string; respondent: string },
): Promise<Result<Drafted & { respondent: Asked }, never>> {
  const found = await drafted(ctx, id);
  if (!found.ok) return found;
  const respondent = await respondentById(ctx.db, ctx.actor.orgId, wanted);
  if (respondent?.assessmentId !== id || respondent.removedAt !== null)
    return failed('not-found', 'There is no such respondent any more.');
  return done({ ...found.value, respondent });
}
