import { writeRoute } from '@/lib/action';
import { saveAnswer, saveAnswerInput } from '@/lib/assessments/save-answer';

/** A stable address, not a server action: a tab that was open during an upgrade must still be able to save. */
export const PUT = writeRoute({
  for: 'assessment.answer',
  input: saveAnswerInput,
  at: ({ body, id }) => ({ org: body.org, assessment: id }),
  run: saveAnswer,
  respond: (saved) => Response.json(saved),
});
