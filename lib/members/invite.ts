import 'server-only';
import * as z from 'zod';
import { commit } from '@/db/commit';
import { insertInvitation, revokeInvitationsTo } from '@/db/invitations';
import { membersOfOrg } from '@/db/orgs';
import { audited } from '../audited';
import type { SignedIn } from '../auth/session';
import type { ActorContext } from '../context';
import { normalEmail } from '../domain/email-address';
import { mayGive } from '../domain/grants';
import { LIMITS } from '../domain/limits';
import { dateText } from '../domain/labels';
import type { Grant } from '../domain/policy';
import { plainText } from '../domain/schema/answers';
import { env } from '../env';
import { done, failed, type Result } from '../errors';
import { sendMail, type Mailed } from '../mail';
import { hashOfToken, newToken } from '../secret-token';
import { emailSchema } from '../domain/schema/email-address';
import { grantFields, readGrants } from './grant-fields';

export const INVITATION_DAYS = 7;

export const inviteInput = z.object({
  org: z.string(),
  email: emailSchema,
  name: plainText(LIMITS.title).default(''),
  ...grantFields,
});

/** `link` is shown to who invites, to be passed on, where no mail went out. */
export type Invited = { email: string; mailed: Mailed; link: string | null };

export type InviteContext = ActorContext & { person: Pick<SignedIn, 'name'>; org: { name: string } };

/** Asks somebody to join by a link that is good for seven days and once. An invitation that was sent before is taken back. */
export async function invite(
  ctx: InviteContext,
  input: Omit<z.output<typeof inviteInput>, 'org'>,
): Promise<Result<Invited>> {
  const read = await readGrants(ctx, input);
  if (!read.ok) return read;
  const { grants, until } = read.value;
  const email = normalEmail(input.email);
  if (!mayGive(ctx.actor.role, [], grants))
    return failed('forbidden', 'Only an owner can invite an owner.', {
      fields: { role: 'Only an owner can invite an owner.' },
    });
  const members = await membersOfOrg(ctx.db, ctx.actor.orgId);
  if (members.some((member) => member.email === email))
    return failed('invalid', `${email} is a member already.`, { fields: { email: 'Is a member already.' } });
  return done(await sendInvitation(ctx, { email, name: input.name, grants, until }));
}

/** Writes one invitation and sends it, or gives its link. */
export async function sendInvitation(
  ctx: InviteContext,
  { email, name, grants, until }: { email: string; name: string; grants: Grant[]; until: string | null },
): Promise<Invited> {
  const { db, actor, now } = ctx;
  const [id, token] = [ctx.newId(), newToken()];
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 86_400_000);
  const detail = { role: grants.find(({ teamId }) => teamId === null)?.role ?? null, teams: grants.length };
  await commit(db, (tx) => [
    revokeInvitationsTo(tx, { orgId: actor.orgId, email }, now),
    insertInvitation(tx, {
      ...{ id, orgId: actor.orgId, email, name, grants, until, tokenHash: hashOfToken(token) },
      ...{ createdBy: actor.userId, createdAt: now, expiresAt },
    }),
    audited(ctx, tx, 'member.invite', id, detail),
  ]);
  const link = new URL(`/invite/${token}`, env().NEXTAUTH_URL).href;
  const text = [
    `${ctx.person.name} asks you to join ${ctx.org.name} in Rungs, where its teams see how mature their machine learning operations are.`,
    link,
    `The link is for ${email}, good once and until ${dateText(expiresAt.toISOString())}. If you expect no such mail, do nothing.`,
  ].join('\n\n');
  const mailed = await sendMail({ to: email, subject: `${ctx.org.name} invites you to Rungs`, text });
  return { email, mailed, link: mailed === 'sent' ? null : link };
}
