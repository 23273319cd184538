import { readRoute } from '@/lib/action';
import { atUnit } from '@/lib/auth/places';
import { download } from '@/lib/reports/download';
import { scorecardInput } from '@/lib/reports/scorecard-of';
import { scorecardXlsx } from '@/lib/reports/scorecard-xlsx';

export const GET = readRoute({
  for: 'assessment.export',
  input: scorecardInput,
  at: atUnit,
  run: scorecardXlsx,
  respond: ({ xlsx, nameParts }) => download(xlsx, nameParts, 'xlsx'),
});
