import { and, eq } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import { byName } from './order';
import { type Engagement, engagement, org } from './schema/orgs';

/** What a firm notes of a client, with the client's own name and address. */
export type Client = Engagement & { slug: string; name: string };

export function insertEngagement(tx: Tx, row: Omit<Engagement, 'version'>) {
  return tx.insert(engagement).values({ ...row, version: 1 });
}

/** The clients of a firm, by name. */
export async function clientsOf(db: Db, orgId: string): Promise<Client[]> {
  const rows = await db
    .select({ engagement, slug: org.slug, name: org.name })
    .from(engagement)
    .innerJoin(org, eq(org.id, engagement.clientId))
    .where(eq(engagement.orgId, orgId));
  return rows.map(({ engagement: noted, slug, name }) => ({ ...noted, slug, name })).toSorted(byName);
}

export async function engagementById(db: Db, orgId: string, id: string): Promise<Engagement | undefined> {
  const rows = await db
    .select()
    .from(engagement)
    .where(and(eq(engagement.orgId, orgId), eq(engagement.id, id)));
  return rows[0];
}

type Seen = Pick<Engagement, 'orgId' | 'id' | 'version'>;

export function updateEngagement(
  tx: Tx,
  seen: Seen,
  changes: Pick<Engagement, 'sponsor' | 'scope' | 'startsOn' | 'endsOn' | 'status'>,
) {
  return guarded(
    tx
      .update(engagement)
      .set({ ...changes, version: seen.version + 1 })
      .where(asSeen(seen))
      .returning({ id: engagement.id }),
  );
}

/** Takes the client off the firm's list; the client itself and who works there stay. */
export function deleteEngagement(tx: Tx, seen: Seen) {
  return guarded(tx.delete(engagement).where(asSeen(seen)).returning({ id: engagement.id }));
}

const asSeen = ({ orgId, id, version }: Seen) =>
  and(eq(engagement.orgId, orgId), eq(engagement.id, id), eq(engagement.version, version));
