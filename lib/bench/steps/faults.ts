import { allOrgs } from '@/db/audit-keeping';
import { database } from '@/db/client';
import { faultsIn } from '@/db/consistency';
import { verifyAudit } from '../../audit/verify-audit';

/** What is broken in the database, and in the audit log of any organisation, a line each. */
export async function faults(): Promise<string[]> {
  const db = database();
  const found = await faultsIn(db);
  for (const { id, slug } of await allOrgs(db)) {
    const { fault } = await verifyAudit(db, id);
    if (fault !== null) found.push(`the audit log of ${slug}: ${JSON.stringify(fault)}`);
  }
  return found;
}
