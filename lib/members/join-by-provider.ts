import 'server-only';
import type { Tx } from '@/db/client';
import { exactlyOne, type Write } from '@/db/commit';
import { departureOf } from '@/db/departed';
import { holderOfDomain } from '@/db/domains';
import { isUniqueViolation } from '@/db/errors';
import {
  deleteGroupGrants,
  groupRolesOf,
  insertGroupGrants,
  orgsWithGroupRoles,
  standingOf,
} from '@/db/group-roles';
import { deleteMembership, insertMembership, orgById, updateOrg } from '@/db/orgs';
import { audited } from '../audited';
import { commitAnew, Moved } from '../commit-anew';
import type { Context } from '../context';
import { dayOf } from '../domain/calendar';
import { domainOf } from '../domain/mail-domain';
import type { ProviderClaims } from '../domain/provider-sign-in';
import { providerChange, type ProviderChange } from '../domain/provider-standing';

type Claims = Pick<ProviderClaims, 'email' | 'emailVerified' | 'groups'>;
type Whose = { orgId: string; userId: string };

/**
 * Lets who signed in by the provider join the organisation whose domain their confirmed address is in, gives what their groups give in
 * every organisation of theirs, and takes away what they give no more; see docs/decisions/036.
 */
export async function joinByProvider(ctx: Context, userId: string, claims: Claims): Promise<void> {
  const domain = claims.email !== null && claims.emailVerified ? domainOf(claims.email) : null;
  const holder = domain === null ? undefined : await holderOfDomain(ctx.db, domain);
  const orgs = new Set(await orgsWithGroupRoles(ctx.db, userId));
  if (holder !== undefined) orgs.add(holder.orgId);
  for (const orgId of orgs) {
    const own = holder?.orgId === orgId && domain !== null ? { name: domain, role: holder.role } : null;
    const settle = () => settleIn(ctx, { orgId, userId }, claims.groups, own);
    // An invitation was accepted at the same moment: the membership is there now.
    await settle().catch((error: unknown) => (isUniqueViolation(error) ? settle() : Promise.reject(error)));
  }
}

type OwnDomain = { name: string } & Pick<NonNullable<Awaited<ReturnType<typeof holderOfDomain>>>, 'role'>;

/** Guarded by the version of the organisation, which a removal by hand and a change of what groups give count up. */
async function settleIn(
  ctx: Context,
  as: Whose,
  groups: readonly string[] | null,
  domain: OwnDomain | null,
): Promise<void> {
  const { db, now } = ctx;
  await commitAnew(db, async () => {
    const org = await orgById(db, as.orgId);
    const [member, departure, groupRoles] = await Promise.all([
      standingOf(db, as),
      departureOf(db, as.orgId, as.userId),
      groupRolesOf(db, as.orgId),
    ]);
    const change = providerChange({
      ...{ groups, domain, groupRoles, departed: departure !== undefined },
      member:
        member === undefined
          ? null
          : {
              byHand:
                [member.role, member.until, member.firmId].some((each) => each !== null) || member.inTeams,
              ended: member.until !== null && member.until < dayOf(now),
              held: member.held,
            },
    });
    if (org === undefined || change.kind === 'none') return () => [];
    const names = (ids: readonly string[]): string =>
      groupRoles
        .flatMap(({ id, name, role }) => (ids.includes(id) ? [`${role} from ${name}`] : []))
        .join(', ');
    return (tx) => [
      exactlyOne(updateOrg(tx, org), () => new Moved()),
      ...writesOf({ ...ctx, actor: as }, tx, change, { domain: domain?.name ?? null, names }),
    ];
  });
}

type Named = { domain: string | null; names: (ids: readonly string[]) => string };

function writesOf(
  ctx: Context & { actor: Whose },
  tx: Tx,
  change: Exclude<ProviderChange, { kind: 'none' }>,
  { domain, names }: Named,
): Write[] {
  const as = ctx.actor;
  const { userId } = as;
  if (change.kind === 'end') return [deleteMembership(tx, as), audited(ctx, tx, 'member.lapse', userId)];
  const given = names(change.give);
  if (change.kind === 'join')
    return [
      insertMembership(tx, { ...as, role: change.role, createdAt: ctx.now }),
      ...insertGroupGrants(tx, as, change.give),
      audited(ctx, tx, 'member.join-domain', userId, { domain, role: change.role, given }),
    ];
  return [
    ...(change.take.length === 0 ? [] : [deleteGroupGrants(tx, as, change.take)]),
    ...insertGroupGrants(tx, as, change.give),
    audited(ctx, tx, 'member.groups', userId, { given, taken: names(change.take) }),
  ];
}
