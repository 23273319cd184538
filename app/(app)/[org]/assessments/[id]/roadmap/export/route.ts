import { readRoute } from '@/lib/action';
import { exportPlan, exportPlanInput } from '@/lib/plans/export-plan';
import { download } from '@/lib/reports/download';

export const GET = readRoute({
  for: 'assessment.export',
  input: exportPlanInput,
  org: ({ org }) => org,
  run: exportPlan,
  respond: ({ file, nameParts, ending }) => download(file, nameParts, ending),
});
