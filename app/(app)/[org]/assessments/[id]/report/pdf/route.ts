import { readRoute } from '@/lib/action';
import { atAssessment } from '@/lib/auth/places';
import { download } from '@/lib/reports/download';
import { reportPdf, reportPdfInput } from '@/lib/reports/report-pdf';

export const GET = readRoute({
  for: 'assessment.export',
  input: reportPdfInput,
  at: atAssessment,
  run: reportPdf,
  respond: ({ pdf, nameParts }) => download(pdf, nameParts, 'pdf'),
});
