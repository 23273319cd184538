import { readRoute } from '@/lib/action';
import { download } from '@/lib/reports/download';
import { reportPdf, reportPdfInput } from '@/lib/reports/report-pdf';

export const GET = readRoute({
  for: 'assessment.export',
  input: reportPdfInput,
  org: ({ org }) => org,
  run: reportPdf,
  respond: ({ pdf, nameParts }) => download(pdf, nameParts, 'pdf'),
});
