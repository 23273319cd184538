import { readRoute } from '@/lib/action';
import { anywhere } from '@/lib/auth/places';
import { download } from '@/lib/reports/download';
import { questionnairePdf, questionnairePdfInput } from '@/lib/reports/questionnaire-pdf';

export const GET = readRoute({
  for: 'org.read',
  input: questionnairePdfInput,
  at: (input) =>
    input.assessment === undefined ? anywhere(input) : { org: input.org, assessment: input.assessment },
  run: questionnairePdf,
  respond: ({ pdf, nameParts }) => download(pdf, nameParts, 'pdf'),
});
