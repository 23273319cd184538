import { readRoute } from '@/lib/action';
import { inOrg } from '@/lib/auth/places';
import { archiveInput, archiveOf } from '@/lib/jobs/archive';
import { download, streamOf } from '@/lib/reports/download';

export const GET = readRoute({
  for: 'report.batch',
  input: archiveInput,
  at: inOrg,
  run: archiveOf,
  respond: ({ chunks, nameParts }) => download(streamOf(chunks), nameParts, 'zip'),
});
