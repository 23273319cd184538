import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { signInOfOrg, upsertOrgSignIn } from '@/db/orgs';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import type { SignInRule } from '../domain/sign-in-rule';
import { done, failed, Stale, unlessStale, type Result } from '../errors';

const HOURS = 'expected a whole number of hours from 1 to 8760, or nothing';

export const setSignInRuleInput = z.object({
  org: z.string(),
  providerOnly: z
    .literal('on')
    .optional()
    .transform((value) => value === 'on'),
  /** Empty for as long as the installation lets a session last. */
  maxHours: z
    .string()
    .trim()
    .regex(/^(\d{1,4})?$/, HOURS)
    .transform((value) => (value === '' ? null : Number(value)))
    .pipe(z.number().min(1, HOURS).max(8_760, HOURS).nullable()),
  /** That the person saw, 0 where nothing was said. */
  version: z.coerce.number().int().min(0),
});

/** How members have to come in, and the version of that. */
export async function signInRuleOf({
  db,
  actor,
}: Pick<ActorContext, 'db' | 'actor'>): Promise<SignInRule & { version: number }> {
  return (await signInOfOrg(db, actor.orgId)) ?? { providerOnly: false, maxHours: null, version: 0 };
}

/** Says how members have to come in. It holds from their next request on. `provider` is whether this installation has one. */
export async function setSignInRule(
  ctx: ActorContext,
  { providerOnly, maxHours, version }: SignInRule & { version: number },
  provider: boolean,
): Promise<Result<null>> {
  if (providerOnly && !provider)
    return failed('invalid', 'This installation has no single sign-on, so nobody could come in by it.');
  const { orgId } = ctx.actor;
  const saved = await unlessStale(
    commit(ctx.db, (tx) => [
      exactlyOne(upsertOrgSignIn(tx, { orgId, providerOnly, maxHours }, version), () => new Stale()),
      audited(ctx, tx, 'org.sign-in', orgId, { providerOnly, maxHours }),
    ]),
  );
  return saved
    ? done(null)
    : failed('conflict', 'Somebody changed how members sign in meanwhile. Reload to see it.');
}
