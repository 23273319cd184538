import { readRoute } from '@/lib/action';
import { archiveInput, archiveOf } from '@/lib/jobs/archive';
import { download, streamOf } from '@/lib/reports/download';

export const GET = readRoute({
  for: 'report.batch',
  input: archiveInput,
  org: ({ org }) => org,
  run: archiveOf,
  respond: ({ chunks, nameParts }) => download(streamOf(chunks), nameParts, 'zip'),
});
