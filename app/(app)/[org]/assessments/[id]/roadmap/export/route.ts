import { readRoute } from '@/lib/action';
import { atAssessment } from '@/lib/auth/places';
import { exportPlan, exportPlanInput } from '@/lib/plans/export-plan';
import { download } from '@/lib/reports/download';

export const GET = readRoute({
  for: 'assessment.export',
  input: exportPlanInput,
  at: atAssessment,
  run: exportPlan,
  respond: ({ file, nameParts, ending }) => download(file, nameParts, ending),
});
