import { readRoute } from '@/lib/action';
import { exportAssessment, exportAssessmentInput } from '@/lib/assessments/export-assessment';
import { download } from '@/lib/reports/download';

export const GET = readRoute({
  for: 'assessment.export',
  input: exportAssessmentInput,
  org: ({ org }) => org,
  run: exportAssessment,
  respond: ({ yaml, subject, title }) => download(yaml, [subject, title], 'yaml'),
});
