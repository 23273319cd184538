import 'server-only';
import * as z from 'zod';
import { ownAnswersBy } from '@/db/own-answers';
import {
  addressAfter,
  answerFormInput,
  pieceUsed,
  saveForm,
  type AnswerForm,
} from '../assessments/answer-by-form';
import type { ActorContext, Context } from '../context';
import { done, failed, type Result } from '../errors';
import { guestOf } from './guest';
import { askedOf } from './own-view';
import { saveOwn, type Answerer } from './save-own';
import { authorOf } from './save-own';
import { answererOf } from './save-own-answer';

export const ownAnswerFormInput = z.intersection(answerFormInput, z.object({ respondent: z.string() }));
export const guestAnswerFormInput = z.intersection(answerFormInput, z.object({ token: z.string().max(200) }));

/** An own answer from a browser without JavaScript; gives the query of the place to go on to. */
export async function ownAnswerByForm(
  ctx: ActorContext,
  form: z.output<typeof ownAnswerFormInput>,
): Promise<Result<string>> {
  const who = await answererOf(ctx, form);
  return who.ok ? byForm(ctx, who.value, form) : who;
}

export async function guestAnswerByForm(
  ctx: Context,
  form: z.output<typeof guestAnswerFormInput>,
): Promise<Result<string>> {
  const who = await guestOf(ctx, form.token);
  return who.ok ? byForm(ctx, who.value, form) : failed(who.code, who.message);
}

async function byForm(ctx: Context, who: Answerer, form: AnswerForm): Promise<Result<string>> {
  const said = () => ownAnswersBy(ctx.db, who.assessment.orgId, authorOf(who));
  const before = await said();
  const current = before.find(({ capability }) => capability === form.capability);
  const used = pieceUsed(form, before);
  const saved = await saveForm(
    form,
    current,
    ({ capability, body: { org: _, as: __, ...body } }) => saveOwn(ctx, who, { capability, body }),
    { used },
  );
  if (!saved.ok) return saved;
  const asked = form.only === 'all' ? null : await askedOf(ctx, who);
  return done(await addressAfter(ctx, who.assessment, form, { rows: await said(), stops: true, asked }));
}
