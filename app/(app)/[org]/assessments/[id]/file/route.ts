import { readRoute } from '@/lib/action';
import { exportAssessment, exportAssessmentInput } from '@/lib/assessments/export-assessment';
import { atAssessment } from '@/lib/auth/places';
import { download } from '@/lib/reports/download';

export const GET = readRoute({
  for: 'assessment.export',
  input: exportAssessmentInput,
  at: atAssessment,
  run: exportAssessment,
  respond: ({ yaml, subject, title }) => download(yaml, [subject, title], 'yaml'),
});
