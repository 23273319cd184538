import { readRoute } from '@/lib/action';
import { downloadAs } from '@/lib/reports/file-name';
import { scorecardCsv } from '@/lib/reports/scorecard-csv';
import { scorecardInput } from '@/lib/reports/scorecard-of';

export const GET = readRoute({
  for: 'assessment.export',
  input: scorecardInput,
  org: ({ org }) => org,
  run: scorecardCsv,
  respond: ({ csv, nameParts }) =>
    new Response(csv, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': downloadAs(nameParts, 'csv'),
        'cache-control': 'private, no-store',
      },
    }),
});
