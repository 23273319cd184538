import { and, asc, eq } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import { orgDomain, type OrgDomain } from './schema/sign-in';

type Key = Pick<OrgDomain, 'orgId' | 'domain'>;
type Seen = Key & Pick<OrgDomain, 'version'>;

const is = ({ orgId, domain }: Key) => and(eq(orgDomain.orgId, orgId), eq(orgDomain.domain, domain));

/** The domains that an organisation says are its own, shown to be or not, by name. */
export async function domainsOfOrg(db: Db, orgId: string): Promise<OrgDomain[]> {
  return db.select().from(orgDomain).where(eq(orgDomain.orgId, orgId)).orderBy(asc(orgDomain.domain));
}

/** The organisation whose own this domain was shown to be, and what it gives to who joins by it. */
export async function holderOfDomain(
  db: Db,
  domain: string,
): Promise<Pick<OrgDomain, 'orgId' | 'role'> | undefined> {
  const rows = await db
    .select({ orgId: orgDomain.orgId, role: orgDomain.role })
    .from(orgDomain)
    .where(eq(orgDomain.held, domain));
  return rows[0];
}

export function insertDomain(tx: Tx, row: Pick<OrgDomain, 'orgId' | 'domain' | 'token' | 'createdAt'>) {
  return tx.insert(orgDomain).values({ ...row, version: 1 });
}

/** Notes that the domain was shown to be the organisation's; fails where it is another's already. */
export function holdDomain(tx: Tx, seen: Seen, verifiedAt: Date) {
  return update(tx, seen, { verifiedAt, held: seen.domain });
}

export function setDomainRole(tx: Tx, seen: Seen, role: OrgDomain['role']) {
  return update(tx, seen, { role });
}

const update = (tx: Tx, seen: Seen, changes: Partial<OrgDomain>) =>
  guarded(
    tx
      .update(orgDomain)
      .set({ ...changes, version: seen.version + 1 })
      .where(and(is(seen), eq(orgDomain.version, seen.version)))
      .returning({ domain: orgDomain.domain }),
  );

export function deleteDomain(tx: Tx, row: Key) {
  return guarded(tx.delete(orgDomain).where(is(row)).returning({ domain: orgDomain.domain }));
}
