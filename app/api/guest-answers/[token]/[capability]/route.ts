import { writeRoute } from '@/lib/action';
import { saveGuestAnswer, saveGuestAnswerInput } from '@/lib/gatherings/save-guest-answer';

/** What a guest says by the link that asks them. */
export const PUT = writeRoute({
  for: 'anyone',
  limit: 'guest answers',
  input: saveGuestAnswerInput,
  run: saveGuestAnswer,
  respond: (saved) => Response.json(saved),
});
