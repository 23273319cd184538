import { readRoute } from '@/lib/action';
import { atUnit } from '@/lib/auth/places';
import { download } from '@/lib/reports/download';
import { scorecardCsv } from '@/lib/reports/scorecard-csv';
import { scorecardInput } from '@/lib/reports/scorecard-of';

export const GET = readRoute({
  for: 'assessment.export',
  input: scorecardInput,
  at: atUnit,
  run: scorecardCsv,
  respond: ({ csv, nameParts }) => download(csv, nameParts, 'csv'),
});
