import 'server-only';
import * as z from 'zod';
import { deleteStatement, statedOf, upsertStated } from '@/db/answers';
import { assessmentById, touchDraft } from '@/db/assessments';
import { commit, exactlyOne } from '@/db/commit';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { LIMITS } from '../domain/limits';
import { plainText } from '../domain/schema/answers';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { contentOfDraft } from './editions';
import { blindRefusal } from '../gatherings/blind';
import { fixed } from './fixed';

export const stateCriterionInput = z.object({
  org: z.string(),
  id: z.string(),
  criterion: z.string(),
  /** `ladder` takes a statement back: the criterion is read from the ladder again. */
  holds: z.enum(['ladder', 'yes', 'no', 'unknown']),
  note: plainText(LIMITS.reason),
  seen: z.coerce.number().int().min(0),
});

const HOLDS = { yes: true, no: false, unknown: null };

/** States of one criterion, for its model alone, whether it holds. Guarded by the version seen, like an answer. */
export async function stateCriterion(
  ctx: ActorContext,
  input: z.output<typeof stateCriterionInput>,
): Promise<Result<null>> {
  const { db, actor, now } = ctx;
  const draft = await assessmentById(db, actor.orgId, input.id);
  if (draft === undefined) return failed('not-found', 'There is no such assessment.');
  const no = fixed(draft) ?? (await blindRefusal(ctx, input.id));
  if (no !== null) return no;
  const { models } = await contentOfDraft(ctx, draft);
  const known = draft.questionnaires.some((model) =>
    models[model].criteria.some(({ id }) => id === input.criterion),
  );
  if (!known) return failed('not-found', `This assessment asks no criterion ${input.criterion}.`);
  const current = (await statedOf(db, actor.orgId, input.id)).find(
    ({ criterion }) => criterion === input.criterion,
  );
  if (input.holds === 'ladder' && current === undefined) return done(null);
  const row = {
    orgId: actor.orgId,
    assessmentId: input.id,
    criterion: input.criterion,
    updatedAt: now,
    updatedBy: actor.userId,
  };
  const { holds } = input;
  const saved = await unlessStale(
    commit(db, (tx) => [
      exactlyOne(touchDraft(tx, { orgId: actor.orgId, id: input.id, updatedAt: now }), () => new Stale()),
      exactlyOne(
        holds === 'ladder'
          ? deleteStatement(tx, row, input.seen)
          : upsertStated(
              tx,
              { ...row, holds: HOLDS[holds], note: input.note === '' ? null : input.note },
              input.seen,
            ),
        () => new Stale(),
      ),
      audited(ctx, tx, 'assessment.state', input.id, { criterion: input.criterion }),
    ]),
  );
  return saved
    ? done(null)
    : failed('conflict', 'Somebody stated this criterion meanwhile. Reload to see what they said.');
}
