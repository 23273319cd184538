import type { AuditLine } from './schema/audit';
import { sha256 } from './sha256';

/** What is hashed of a line beside its number, its person and where from, which the database knows when it writes it. */
export const lineText = ({
  at,
  action,
  resourceId,
  detail,
}: Pick<AuditLine, 'at' | 'action' | 'resourceId' | 'detail'>): string =>
  JSON.stringify([at.toISOString(), action, resourceId, detail]);

/** The hash of a line that continues the one with hash `previous`. The first continues the id of its organisation. */
export const lineHash = (previous: string, line: Omit<AuditLine, 'hash'>): string =>
  sha256([previous, line.seq, line.subject ?? '', line.source ?? '', lineText(line)].join('\n'));
