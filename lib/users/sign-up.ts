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
import { MODEL_IDS } from '../domain/vocabulary';
import { done, failed, type Result } from '../errors';
import { slugFrom } from '../orgs/slug';
import { underFreeSlug } from '../orgs/under-free-slug';

export const emailAddress = z
  .string()
  .trim()
  .pipe(z.email('enter an e-mail address such as ana@example.org').max(LIMITS.title));

export const chosenPassword = z.string().min(10, 'at least 10 characters').max(200, 'at most 200 characters');

const named = (what: string) => plainText(LIMITS.title).min(1, `enter ${what}`);

export const signUpInput = z.object({
  name: named('your name'),
  email: emailAddress,
  password: chosenPassword,
  organisation: named('the name of your organisation'),
  team: named('the name of your team'),
});

export type SignedUp = { userId: string; org: string; team: string };

/** Makes the account, its organisation and the organisation's first team in one commit. Fails where the address has an account. */
export async function signUp(ctx: Context, input: z.output<typeof signUpInput>): Promise<Result<SignedUp>> {
  const taken = failed('invalid', 'There is an account with this address already.', {
    fields: { email: 'There is an account with this address already. Sign in instead.' },
  });
  if ((await userByEmail(ctx.db, input.email)) !== undefined) return taken;
  const [userId, orgId, teamId] = [ctx.newId(), ctx.newId(), ctx.newId()];
  const team = slugFrom(input.team, 'team');
  const passwordHash = await hashPassword(input.password);
  const write = (slug: string) =>
    commit(ctx.db, (tx) => [
      insertUser(tx, { id: userId, email: input.email, name: input.name, passwordHash, createdAt: ctx.now }),
      insertOrg(tx, {
        id: orgId,
        slug,
        name: input.organisation,
        questionnaires: [...MODEL_IDS],
        createdAt: ctx.now,
      }),
      insertMembership(tx, { orgId, userId, role: 'owner', createdAt: ctx.now }),
      insertTeam(tx, { id: teamId, orgId, parentId: null, slug: team, name: input.team, createdAt: ctx.now }),
      audited({ ...ctx, actor: { userId, orgId } }, tx, 'org.create', orgId),
    ]);
  try {
    const org = await underFreeSlug(slugFrom(input.organisation, 'organisation'), orgId, write);
    return done({ userId, org, team });
  } catch (error) {
    if (isUniqueViolation(error)) return taken;
    throw error;
  }
}
