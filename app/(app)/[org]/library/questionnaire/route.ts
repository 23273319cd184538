import { readRoute } from '@/lib/action';
import { download } from '@/lib/reports/download';
import { questionnairePdf, questionnairePdfInput } from '@/lib/reports/questionnaire-pdf';

export const GET = readRoute({
  for: 'org.read',
  input: questionnairePdfInput,
  org: ({ org }) => org,
  run: questionnairePdf,
  respond: ({ pdf, nameParts }) => download(pdf, nameParts, 'pdf'),
});
