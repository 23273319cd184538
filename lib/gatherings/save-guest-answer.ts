import 'server-only';
import * as z from 'zod';
import { saveAnswerInput, type OtherAnswer, type SavedAnswer } from '../assessments/save-answer';
import type { Context } from '../context';
import { failed, type Result } from '../errors';
import { guestOf } from './guest';
import { saveOwn } from './save-own';

/** The body of `PUT /api/guest-answers/{token}/{capability}`: the link says who it is and where, whatever else is sent. */
export const saveGuestAnswerInput = z.object({
  token: z.string().max(200),
  capability: z.string(),
  body: saveAnswerInput.shape.body.extend({ as: z.string() }),
});

/** Stores what a guest says by their link. */
export async function saveGuestAnswer(
  ctx: Context,
  { token, capability, body }: z.output<typeof saveGuestAnswerInput>,
): Promise<Result<SavedAnswer, OtherAnswer>> {
  const guest = await guestOf(ctx, token);
  if (!guest.ok) return failed(guest.code, guest.message);
  const { org: _, as, ...said } = body;
  // What somebody else left on a device that two people share is never sent as this one's.
  if (as !== guest.value.respondent.id)
    return failed('invalid', 'These answers belong to another link. Open that one to send them.');
  return saveOwn(ctx, guest.value, { capability, body: said });
}
