import { readRoute } from '@/lib/action';
import { consolidatedPdf, consolidatedPdfInput } from '@/lib/reports/consolidated-pdf';
import { download } from '@/lib/reports/download';

export const GET = readRoute({
  for: 'assessment.export',
  input: consolidatedPdfInput,
  org: ({ org }) => org,
  run: consolidatedPdf,
  respond: ({ pdf, nameParts }) => download(pdf, nameParts, 'pdf'),
});
