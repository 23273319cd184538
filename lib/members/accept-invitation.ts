import 'server-only';
import * as z from 'zod';
import { whileAccountIsThere } from '@/db/account-deletions';
import type { Tx } from '@/db/client';
import { commit, exactlyOne, type Write } from '@/db/commit';
import { deleteDeparture } from '@/db/departed';
import { isUniqueViolation } from '@/db/errors';
import { acceptInvitationRow } from '@/db/invitations';
import {
  insertMembership,
  membersOfOrg,
  updateMembership,
  updateOrg,
  writeTeamRoles,
  type Member,
} from '@/db/orgs';
import { insertUser } from '@/db/users';
import { audited } from '../audited';
import { hashPassword } from '../auth/password';
import type { SignedIn } from '../auth/session';
import type { Context } from '../context';
import { dayOf } from '../domain/calendar';
import { normalEmail } from '../domain/email-address';
import { LIMITS } from '../domain/limits';
import { coversGrants, strongestGrants, whoMay } from '../domain/policy';
import { plainText } from '../domain/schema/answers';
import { done, failed, Stale, unlessStale, type Failure, type Result } from '../errors';
import { firmsOf } from '../orgs/firms-of';
import { newPasswordField } from '../users/new-password';
import { NO_SIGN_UP, signUpRule, type SignUpRule } from '../users/sign-up-rule';
import { splitGrants, type Given } from './grant-fields';
import { hasAccount, notInvited, usableInvitation, type UsableInvitation } from './open-invitation';

const token = z.string().max(200);

export const acceptInvitationInput = z.object({
  token,
  /** The slug of one's own firm, for which one works there; empty for somebody of the organisation itself. */
  firm: z.string().default(''),
});

type Accepted = Result<{ org: string }>;

/** Joins as who is signed in, whose address has to be the one that was invited. */
export async function acceptInvitation(
  ctx: Context & { person: SignedIn },
  input: z.output<typeof acceptInvitationInput>,
): Promise<Accepted> {
  const opened = await usableInvitation(ctx, input.token);
  if (opened === null) return notInvited();
  const { person } = ctx;
  if (normalEmail(person.email) !== opened.invitation.email)
    return failed('forbidden', 'This invitation is for another address than that of your account.');
  const as = { orgId: opened.org.id, userId: person.userId };
  const firms = await firmsOf({ ...ctx, actor: { ...as, role: null } });
  const firm = firms.find(({ slug }) => slug === input.firm);
  if (input.firm !== '' && firm === undefined)
    return failed('invalid', 'Choose one of your own organisations.', {
      fields: { firm: 'Choose one of these.' },
    });
  const before = (await membersOfOrg(ctx.db, as.orgId)).find(({ userId }) => userId === as.userId);
  const given = withInvitation(before, opened, dayOf(ctx.now));
  if (given === null)
    return failed(
      'conflict',
      `You are a member of ${opened.org.name} already, until another day than this invitation says. Ask ${whoMay('member.manage')} there to change your role.`,
    );
  const row = { ...termsOf(given), firmId: firm?.orgId ?? null };
  return join(
    ctx,
    { ...opened, grants: given.grants },
    as,
    (tx) => [
      exactlyOne(whileAccountIsThere(tx, as.userId), () => new Stale()),
      ...(before === undefined
        ? [insertMembership(tx, { ...as, ...row, createdAt: ctx.now })]
        : [exactlyOne(updateOrg(tx, opened.org), () => new Stale()), updateMembership(tx, as, row)]),
    ],
    before === undefined ? notInvited() : CHANGING,
  );
}

const CHANGING = failed(
  'conflict',
  'Somebody changed the organisation at this moment, or used this link. Please try again.',
);

/**
 * What somebody has once they accepted. Who is a member already, as by single sign-on since the invitation was sent, loses nothing by it,
 * and gets nothing for longer than it was given; `null` where the roles add up and their last days differ, as a membership has one.
 */
function withInvitation(
  before: Member | undefined,
  { grants, invitation: { until } }: UsableInvitation,
  today: string,
): Given | null {
  if (before === undefined || (before.until !== null && before.until < today)) return { grants, until };
  if (coversGrants(before.grants, grants)) return { grants: before.grants, until: before.until };
  if (coversGrants(grants, before.grants)) return { grants, until };
  return before.until === until ? { grants: strongestGrants([...before.grants, ...grants]), until } : null;
}

export const acceptAsNewInput = z.object({
  token,
  name: plainText(LIMITS.title).min(1, 'enter your name'),
  password: newPasswordField,
});

/** Makes the account of the address that was invited, and joins; not where the installation takes no new accounts at all. */
export async function acceptAsNew(
  ctx: Context,
  input: z.output<typeof acceptAsNewInput>,
  rule: SignUpRule = signUpRule(),
): Promise<Result<{ org: string; userId: string }>> {
  const opened = await usableInvitation(ctx, input.token);
  if (opened === null) return notInvited();
  if (rule === 'closed') return failed('forbidden', NO_SIGN_UP.closed);
  const { email } = opened.invitation;
  const taken = failed('conflict', 'There is an account with this address already. Sign in to join.');
  if (await hasAccount(ctx, email)) return taken;
  const as = { orgId: opened.org.id, userId: ctx.newId() };
  const passwordHash = await hashPassword(input.password);
  try {
    const joined = await join(ctx, opened, as, (tx) => [
      insertUser(tx, { id: as.userId, email, name: input.name, passwordHash, createdAt: ctx.now }),
      insertMembership(tx, {
        ...as,
        ...termsOf({ grants: opened.grants, until: opened.invitation.until }),
        createdAt: ctx.now,
      }),
    ]);
    return joined.ok ? done({ ...joined.value, userId: as.userId }) : joined;
  } catch (error) {
    if (isUniqueViolation(error)) return taken;
    throw error;
  }
}

const termsOf = ({ grants, until }: Given) => ({ role: splitGrants(grants).role, until });

/** Of two who use the same link at once, one is too late. */
async function join(
  ctx: Context,
  { invitation, grants, org }: UsableInvitation,
  as: { orgId: string; userId: string },
  member: (tx: Tx) => readonly Write[],
  otherwise: Failure = notInvited(),
): Promise<Accepted> {
  const saved = await unlessStale(
    commit(ctx.db, (tx) => [
      exactlyOne(acceptInvitationRow(tx, invitation, ctx.now), () => new Stale()),
      ...member(tx),
      deleteDeparture(tx, as),
      ...writeTeamRoles(tx, as, splitGrants(grants).inTeams),
      audited({ ...ctx, actor: as }, tx, 'member.join', as.userId, { invitation: invitation.id }),
    ]),
  );
  return saved ? done({ org: org.slug }) : otherwise;
}
