import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { decisionById, updateDecision, type Decision } from '@/db/decisions';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { LIMITS } from '../domain/limits';
import { plainText } from '../domain/schema/answers';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { decisionFields, MEANWHILE } from './decision-fields';

const which = {
  org: z.string(),
  id: z.string(),
  /** As the person saw it. */
  version: z.coerce.number().int(),
};

export const changeDecisionInput = z.object({ ...which, ...decisionFields });

export const settleDecisionInput = z.object({
  ...which,
  /** `open` opens a settled one again. */
  status: z.enum(['open', 'decided', 'dismissed']),
  outcome: plainText(LIMITS.note).default(''),
});

type Wanted<Input extends z.ZodType> = Omit<z.output<Input>, 'org'>;

/** Changes the words, the day and the number of teams of an open decision. Of two who do it at once the second is told. */
export async function changeDecision(
  ctx: ActorContext,
  { id, version, title, beforeOn, waiting }: Wanted<typeof changeDecisionInput>,
): Promise<Result<null>> {
  const seen = await decisionById(ctx.db, ctx.actor.orgId, id);
  if (seen === undefined) return failed('not-found', 'There is no such decision.');
  if (seen.status !== 'open')
    return failed('finished', 'This is settled by now. Open it again to change its words.');
  const said = { title, beforeOn: beforeOn === '' ? null : beforeOn };
  // Of a proposal the plans say how many teams wait.
  const changes = seen.source === null ? { ...said, waiting } : said;
  return update(ctx, { ...seen, version }, changes, 'decision.change');
}

/** Says what was decided, that nothing is to be decided, or that it is open after all. */
export async function settleDecision(
  ctx: ActorContext,
  { id, version, status, outcome }: Wanted<typeof settleDecisionInput>,
): Promise<Result<null>> {
  const seen = await decisionById(ctx.db, ctx.actor.orgId, id);
  if (seen === undefined) return failed('not-found', 'There is no such decision.');
  if (status === 'decided' && outcome === '')
    return failed('invalid', 'Say what was decided.', { fields: { outcome: 'say what was decided' } });
  // What was decided once stays in its field, should it be opened again.
  const changes = { status, outcome: status === 'decided' ? outcome : seen.outcome };
  return update(ctx, { ...seen, version }, changes, 'decision.settle');
}

async function update(
  ctx: ActorContext,
  seen: Decision,
  changes: Partial<Pick<Decision, 'title' | 'beforeOn' | 'waiting' | 'status' | 'outcome'>>,
  action: 'decision.change' | 'decision.settle',
): Promise<Result<null>> {
  const { db, actor, now } = ctx;
  const saved = await unlessStale(
    commit(db, (tx) => [
      exactlyOne(
        updateDecision(tx, seen, { ...changes, updatedBy: actor.userId, updatedAt: now }),
        () => new Stale(),
      ),
      audited(ctx, tx, action, seen.id, { title: seen.title, ...changes }),
    ]),
  );
  return saved ? done(null) : failed('conflict', MEANWHILE);
}
