import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { whileAlone } from '@/db/gatherings';
import { updateRespondent, whileAsked } from '@/db/respondents';
import { audited } from '../audited';
import type { ActorContext, Context } from '../context';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { guestOf } from './guest';
import { answererOf } from './save-own-answer';
import { doer, ownRefusal, type Answerer } from './save-own';

export const byRespondentInput = z.object({ org: z.string(), id: z.string(), respondent: z.string() });
export const byGuestInput = z.object({ token: z.string().max(200) });

type ByRespondent = Omit<z.output<typeof byRespondentInput>, 'org'>;

/** Notes that a member, or whom they interview, begins: the first screen was read. */
export async function beginAlone(ctx: ActorContext, input: ByRespondent): Promise<Result<null>> {
  const who = await answererOf(ctx, input);
  return who.ok ? begin(ctx, who.value) : who;
}

/** The same for a guest; opening the link alone begins nothing, as programs that look at mails do that too. */
export async function beginAsGuest(ctx: Context, { token }: { token: string }): Promise<Result<null>> {
  const who = await guestOf(ctx, token);
  return who.ok ? begin(ctx, who.value) : failed(who.code, who.message);
}

/** Notes that a member says to be done; they may still change answers until it is opened. */
export async function endAlone(ctx: ActorContext, input: ByRespondent): Promise<Result<null>> {
  const who = await answererOf(ctx, input);
  return who.ok ? end(ctx, who.value) : who;
}

export async function endAsGuest(ctx: Context, { token }: { token: string }): Promise<Result<null>> {
  const who = await guestOf(ctx, token);
  return who.ok ? end(ctx, who.value) : failed(who.code, who.message);
}

async function begin(ctx: Context, who: Answerer): Promise<Result<null>> {
  const no = ownRefusal(who);
  if (no !== null) return no;
  const { respondent, assessment } = who;
  if (respondent.begunAt !== null) return done(null);
  const { orgId, id } = assessment;
  const saved = await unlessStale(
    commit(ctx.db, (tx) => [
      exactlyOne(whileAlone(tx, { orgId, assessmentId: id }), () => new Stale()),
      exactlyOne(whileAsked(tx, { orgId, id: respondent.id, begunAt: ctx.now }), () => new Stale()),
      audited(doer(ctx, who), tx, 'assessment.begin-alone', id),
    ]),
  );
  return saved ? done(null) : changed();
}

async function end(ctx: Context, who: Answerer): Promise<Result<null>> {
  const no = ownRefusal(who);
  if (no !== null) return no;
  const { respondent, assessment } = who;
  if (respondent.doneAt !== null) return done(null);
  const { orgId, id } = assessment;
  const saved = await unlessStale(
    commit(ctx.db, (tx) => [
      exactlyOne(whileAlone(tx, { orgId, assessmentId: id }), () => new Stale()),
      exactlyOne(
        updateRespondent(tx, respondent, { doneAt: ctx.now, begunAt: respondent.begunAt ?? ctx.now }),
        () => new Stale(),
      ),
      audited(doer(ctx, who), tx, 'assessment.done-alone', id),
    ]),
  );
  return saved ? done(null) : changed();
}

const changed = () => failed('conflict', 'This assessment is changing at this moment. Please try again.');
