import { writeRoute } from '@/lib/action';
import { saveOwnAnswer, saveOwnAnswerInput } from '@/lib/gatherings/save-own-answer';

/** What somebody says alone; a stable address, as for shared answers. */
export const PUT = writeRoute({
  for: 'assessment.answer',
  input: saveOwnAnswerInput,
  at: ({ body, id }) => ({ org: body.org, assessment: id }),
  run: saveOwnAnswer,
  respond: (saved) => Response.json(saved),
});
