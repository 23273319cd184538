import { readRoute } from '@/lib/action';
import { atUnit } from '@/lib/auth/places';
import { download } from '@/lib/reports/download';
import { scorecardPdf, scorecardPdfInput } from '@/lib/reports/scorecard-pdf';

export const GET = readRoute({
  for: 'assessment.export',
  input: scorecardPdfInput,
  at: atUnit,
  run: scorecardPdf,
  respond: ({ pdf, nameParts }) => download(pdf, nameParts, 'pdf'),
});
