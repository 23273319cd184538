import { readRoute } from '@/lib/action';
import { exportAssessment, exportAssessmentInput } from '@/lib/assessments/export-assessment';
import { downloadAs } from '@/lib/reports/file-name';

export const GET = readRoute({
  for: 'assessment.export',
  input: exportAssessmentInput,
  org: ({ org }) => org,
  run: exportAssessment,
  respond: ({ yaml, subject, title }) =>
    new Response(yaml, {
      headers: {
        'content-type': 'application/yaml; charset=utf-8',
        'content-disposition': downloadAs([subject, title], 'yaml'),
        'cache-control': 'private, no-store',
      },
    }),
});
