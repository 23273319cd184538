import { readRoute } from '@/lib/action';
import { download } from '@/lib/reports/download';
import { scorecardPdf, scorecardPdfInput } from '@/lib/reports/scorecard-pdf';

export const GET = readRoute({
  for: 'assessment.export',
  input: scorecardPdfInput,
  org: ({ org }) => org,
  run: scorecardPdf,
  respond: ({ pdf, nameParts }) => download(pdf, nameParts, 'pdf'),
});
