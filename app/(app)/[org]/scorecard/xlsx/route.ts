import { readRoute } from '@/lib/action';
import { downloadAs } from '@/lib/reports/file-name';
import { scorecardInput } from '@/lib/reports/scorecard-of';
import { scorecardXlsx } from '@/lib/reports/scorecard-xlsx';

export const GET = readRoute({
  for: 'assessment.export',
  input: scorecardInput,
  org: ({ org }) => org,
  run: scorecardXlsx,
  respond: ({ xlsx, nameParts }) =>
    new Response(new Uint8Array(xlsx), {
      headers: {
        'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'content-disposition': downloadAs(nameParts, 'xlsx'),
        'cache-control': 'private, no-store',
      },
    }),
});
