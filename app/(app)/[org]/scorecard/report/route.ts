import { readRoute } from '@/lib/action';
import { atUnit } from '@/lib/auth/places';
import { consolidatedPdf, consolidatedPdfInput } from '@/lib/reports/consolidated-pdf';
import { download } from '@/lib/reports/download';

export const GET = readRoute({
  for: 'assessment.export',
  input: consolidatedPdfInput,
  at: atUnit,
  run: consolidatedPdf,
  respond: ({ pdf, nameParts }) => download(pdf, nameParts, 'pdf'),
});
