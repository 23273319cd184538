import { streamRoute } from '@/lib/action';
import { watchChanges, watchChangesInput, watchResponse } from '@/lib/assessments/watch-changes';
import { atAssessment } from '@/lib/auth/places';

/** What others change while a page is open: as a stream for who listens, as JSON for who asks now and then. */
export const GET = streamRoute({
  for: 'org.read',
  input: watchChangesInput,
  at: atAssessment,
  run: watchChanges,
  respond: watchResponse,
});
