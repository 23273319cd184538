import { readRoute } from '@/lib/action';
import { inOrg } from '@/lib/auth/places';
import { brandPdf, brandPdfInput } from '@/lib/brands/brand-pdf';
import { download } from '@/lib/reports/download';

export const GET = readRoute({
  for: 'org.read',
  input: brandPdfInput,
  at: inOrg,
  run: brandPdf,
  respond: ({ pdf, nameParts }) => download(pdf, nameParts, 'pdf'),
});
