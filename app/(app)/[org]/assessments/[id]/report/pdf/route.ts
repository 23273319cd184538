import { readRoute } from '@/lib/action';
import { downloadAs } from '@/lib/reports/file-name';
import { reportPdf, reportPdfInput } from '@/lib/reports/report-pdf';

export const GET = readRoute({
  for: 'assessment.export',
  input: reportPdfInput,
  org: ({ org }) => org,
  run: reportPdf,
  respond: ({ pdf, nameParts }) =>
    new Response(new Uint8Array(pdf), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': downloadAs(nameParts, 'pdf'),
        'cache-control': 'private, no-store',
      },
    }),
});
