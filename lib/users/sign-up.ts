import 'server-only';
import * as z from 'zod';
import { commit } from '@/db/commit';
import { isUniqueViolation } from '@/db/errors';
import { insertMembership, insertOrg } from '@/db/orgs';
import { insertTeam } from '@/db/teams';
import { insertUser, userByEmail } from '@/db/users';
import { audited } from '../audited';
import { hashPassword } from '../auth/password';
import type { Context } from '../context';
import { LIMITS } from '../domain/limits';
import { plainText } from '../domain/schema/answers';
import { emailSchema } from '../domain/schema/email-address';
import { MODEL_IDS } from '../domain/vocabulary';
import { done, failed, type Failure, type Result } from '../errors';
import { slugFrom } from '../orgs/slug';
import { underFreeSlug } from '../orgs/under-free-slug';
import { newPasswordField } from './new-password';
import { NO_SIGN_UP, signUpRule, type SignUpRule } from './sign-up-rule';

const named = (what: string) => plainText(LIMITS.title).min(1, `enter ${what}`);

/** What an account with an organisation is made of, however it is made. */
export const accountFields = {
  name: named('your name'),
  email: emailSchema,
  organisation: named('the name of your organisation'),
};

export const signUpInput = z.object({
  ...accountFields,
  password: newPasswordField,
  team: named('the name of your team'),
});

export type SignedUp = { userId: string; org: string; team: string };

/** Makes the account, its organisation and the organisation's first team in one commit. Fails where the address has an account. */
export async function signUp(
  ctx: Context,
  { password, ...input }: z.output<typeof signUpInput>,
  rule: SignUpRule = signUpRule(),
): Promise<Result<SignedUp>> {
  const refusal = NO_SIGN_UP[rule];
  if (refusal !== null) return failed('forbidden', refusal);
  if ((await userByEmail(ctx.db, input.email)) !== undefined) return taken();
  const made = await createOwner(ctx, { ...input, passwordHash: await hashPassword(password) });
  return made.ok ? done({ ...made.value, team: slugFrom(input.team, 'team') }) : made;
}

const taken = (): Failure<never> =>
  failed('invalid', 'There is an account with this address already.', {
    fields: { email: 'There is an account with this address already. Sign in instead.' },
  });

type Owner = {
  name: string;
  email: string;
  passwordHash: string | null;
  organisation: string;
  team?: string;
};

/** An account that owns a new organisation, with a team where one is named. Fails where the address has an account. */
export async function createOwner(
  ctx: Context,
  { name, email, passwordHash, organisation, team }: Owner,
): Promise<Result<{ userId: string; org: string }>> {
  const { now: createdAt } = ctx;
  const [userId, orgId, teamId] = [ctx.newId(), ctx.newId(), ctx.newId()];
  const write = (slug: string) =>
    commit(ctx.db, (tx) => [
      insertUser(tx, { id: userId, email, name, passwordHash, createdAt }),
      insertOrg(tx, { id: orgId, slug, name: organisation, questionnaires: [...MODEL_IDS], createdAt }),
      insertMembership(tx, { orgId, userId, role: 'owner', createdAt }),
      ...(team === undefined
        ? []
        : [
            insertTeam(tx, {
              id: teamId,
              orgId,
              parentId: null,
              slug: slugFrom(team, 'team'),
              name: team,
              createdAt,
            }),
          ]),
      audited({ ...ctx, actor: { userId, orgId } }, tx, 'org.create', orgId),
    ]);
  try {
    const org = await underFreeSlug(slugFrom(organisation, 'organisation'), orgId, write);
    return done({ userId, org });
  } catch (error) {
    if (isUniqueViolation(error)) return taken();
    throw error;
  }
}
