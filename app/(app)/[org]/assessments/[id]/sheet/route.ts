import { readRoute } from '@/lib/action';
import { answerSheet, answerSheetInput } from '@/lib/assessments/answer-sheet';
import { atAssessment } from '@/lib/auth/places';
import { download } from '@/lib/reports/download';

export const GET = readRoute({
  for: 'assessment.export',
  input: answerSheetInput,
  at: atAssessment,
  run: answerSheet,
  respond: ({ workbook, nameParts }) => download(workbook, nameParts, 'xlsx'),
});
