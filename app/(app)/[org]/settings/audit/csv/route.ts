import { readRoute } from '@/lib/action';
import { inOrg } from '@/lib/auth/places';
import { auditCsv } from '@/lib/audit/export-audit';
import { auditInput } from '@/lib/audit/read-audit';
import { download, streamOf } from '@/lib/reports/download';

export const GET = readRoute({
  for: 'audit.read',
  input: auditInput,
  at: inOrg,
  run: auditCsv,
  respond: ({ chunks, nameParts }) => download(streamOf(chunks), nameParts, 'csv'),
});
