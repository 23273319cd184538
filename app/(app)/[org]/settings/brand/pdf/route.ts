import { readRoute } from '@/lib/action';
import { brandPdf, brandPdfInput } from '@/lib/brands/brand-pdf';
import { download } from '@/lib/reports/download';

export const GET = readRoute({
  for: 'org.read',
  input: brandPdfInput,
  org: ({ org }) => org,
  run: brandPdf,
  respond: ({ pdf, nameParts }) => download(pdf, nameParts, 'pdf'),
});
