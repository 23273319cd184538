import { readRoute } from '@/lib/action';
import { downloadAs } from '@/lib/reports/file-name';
import { scorecardPdf, scorecardPdfInput } from '@/lib/reports/scorecard-pdf';

export const GET = readRoute({
  for: 'assessment.export',
  input: scorecardPdfInput,
  org: ({ org }) => org,
  run: scorecardPdf,
  respond: ({ pdf, nameParts }) =>
    new Response(new Uint8Array(pdf), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': downloadAs(nameParts, 'pdf'),
        'cache-control': 'private, no-store',
      },
    }),
});
