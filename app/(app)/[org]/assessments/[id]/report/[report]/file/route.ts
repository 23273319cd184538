import { readRoute } from '@/lib/action';
import { atAssessment } from '@/lib/auth/places';
import { download } from '@/lib/reports/download';
import { fileOfReport, reportFileInput } from '@/lib/reports/report-file';

export const GET = readRoute({
  for: 'assessment.export',
  input: reportFileInput,
  at: atAssessment,
  run: fileOfReport,
  respond: ({ file, nameParts, format }) => download(file, nameParts, format),
});
