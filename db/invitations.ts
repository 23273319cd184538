import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import { type Invitation, type Org, invitation, org } from './schema/orgs';
import { user } from './schema/people';

/** All but the secret, with who asked. */
export type InvitationEntry = Omit<Invitation, 'tokenHash' | 'createdBy'> & { createdByName: string };

/** What somebody with the link sees before they join. */
export type OpenedInvitation = {
  invitation: Invitation;
  org: Pick<Org, 'id' | 'slug' | 'name' | 'version'>;
  by: string;
};

/** Neither accepted nor taken back; it may have expired. */
const isOpen = and(isNull(invitation.acceptedAt), isNull(invitation.revokedAt));

export function insertInvitation(tx: Tx, row: Omit<Invitation, 'acceptedAt' | 'revokedAt'>) {
  return tx.insert(invitation).values(row);
}

/** Those that are open, newest first. */
export async function openInvitationsOf(db: Db, orgId: string): Promise<InvitationEntry[]> {
  const rows = await db
    .select({ invitation, createdByName: user.name })
    .from(invitation)
    .innerJoin(user, eq(user.id, invitation.createdBy))
    .where(and(eq(invitation.orgId, orgId), isOpen))
    .orderBy(desc(invitation.createdAt), desc(invitation.id));
  return rows.map(({ invitation: { tokenHash: _hash, createdBy: _by, ...entry }, createdByName }) => ({
    ...entry,
    createdByName,
  }));
}

/** What a link invites to, by the hash of its token; the organisation is found by it. */
export async function invitationByTokenHash(
  db: Db,
  tokenHash: string,
): Promise<OpenedInvitation | undefined> {
  const rows = await db
    .select({
      invitation,
      org: { id: org.id, slug: org.slug, name: org.name, version: org.version },
      by: user.name,
    })
    .from(invitation)
    .innerJoin(org, eq(org.id, invitation.orgId))
    .innerJoin(user, eq(user.id, invitation.createdBy))
    .where(eq(invitation.tokenHash, tokenHash));
  return rows[0];
}

type Which = Pick<Invitation, 'orgId' | 'id'>;

/** Misses one that was used or taken back meanwhile. */
export function acceptInvitationRow(tx: Tx, row: Which, acceptedAt: Date) {
  return ended(tx, row, { acceptedAt });
}

/** Misses one that was used or taken back meanwhile. */
export function revokeInvitationRow(tx: Tx, row: Which, revokedAt: Date) {
  return ended(tx, row, { revokedAt });
}

/** Takes back what was sent to this address before, so that one link alone is good. */
export function revokeInvitationsTo(
  tx: Tx,
  { orgId, email }: Pick<Invitation, 'orgId' | 'email'>,
  revokedAt: Date,
) {
  return tx
    .update(invitation)
    .set({ revokedAt })
    .where(and(eq(invitation.orgId, orgId), eq(invitation.email, email), isOpen));
}

function ended(tx: Tx, { orgId, id }: Which, changes: Partial<Pick<Invitation, 'acceptedAt' | 'revokedAt'>>) {
  return guarded(
    tx
      .update(invitation)
      .set(changes)
      .where(and(eq(invitation.orgId, orgId), eq(invitation.id, id), isOpen))
      .returning({ id: invitation.id }),
  );
}
