import 'server-only';
import { invitationByTokenHash, type OpenedInvitation } from '@/db/invitations';
import { teamsOfOrg } from '@/db/teams';
import { userByEmail } from '@/db/users';
import type { Context } from '../context';
import { grantsText } from '../domain/grants';
import type { Grant } from '../domain/policy';
import { failed, type Failure } from '../errors';
import { hashOfToken } from '../secret-token';

/** The same for a link that was guessed, used, taken back or has expired: from outside they cannot be told apart. */
export const notInvited = (): Failure<never> =>
  failed('not-found', 'This invitation is not valid (any more). Ask who invited you for a new one.');

export type UsableInvitation = OpenedInvitation & {
  /** What is offered and still there: a team may have gone meanwhile. */
  grants: Grant[];
  /** The same in words. */
  offers: string;
};

/** What a link invites to, while it does. Reading it changes nothing: mail programs open links before people do. */
export async function usableInvitation(
  { db, now }: Pick<Context, 'db' | 'now'>,
  token: string,
): Promise<UsableInvitation | null> {
  const opened = await invitationByTokenHash(db, hashOfToken(token));
  if (opened === undefined) return null;
  const { acceptedAt, revokedAt, expiresAt, grants: given } = opened.invitation;
  if (acceptedAt !== null || revokedAt !== null || expiresAt.getTime() <= now.getTime()) return null;
  const names = new Map((await teamsOfOrg(db, opened.org.id)).map(({ id, name }) => [id, name]));
  const grants = given.filter(({ teamId }) => teamId === null || names.has(teamId));
  return grants.length === 0
    ? null
    : { ...opened, grants, offers: grantsText(grants, (id) => names.get(id)) };
}

/** Whether who was invited signs in, or makes an account first. */
export const hasAccount = async ({ db }: Pick<Context, 'db'>, email: string): Promise<boolean> =>
  (await userByEmail(db, email)) !== undefined;
