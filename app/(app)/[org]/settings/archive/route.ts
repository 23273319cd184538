import { readRoute } from '@/lib/action';
import { inOrg } from '@/lib/auth/places';
import { exportOrg, exportOrgInput } from '@/lib/moving/export-org';
import { download, streamOf } from '@/lib/reports/download';

export const GET = readRoute({
  for: 'org.own',
  input: exportOrgInput,
  at: inOrg,
  run: exportOrg,
  respond: ({ chunks, nameParts }) => download(streamOf(chunks), nameParts, 'zip'),
});
