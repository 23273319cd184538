import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne, type Write } from '@/db/commit';
import { insertDeparture } from '@/db/departed';
import {
  deleteMembership,
  membersOfOrg,
  updateMembership,
  updateOrg,
  writeTeamRoles,
  type Member,
} from '@/db/orgs';
import type { Org } from '@/db/schema/orgs';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { hasOwner, mayGive } from '../domain/grants';
import type { Grant } from '../domain/policy';
import { done, failed, Stale, unlessStale, type Failure, type Result } from '../errors';
import { grantFields, readGrants, splitGrants } from './grant-fields';

export const changeMemberInput = z.object({ org: z.string(), user: z.string(), ...grantFields });
export const removeMemberInput = z.object({ org: z.string(), user: z.string() });
export const leaveOrgInput = z.object({ org: z.string() });

type MembersContext = ActorContext & { org: Pick<Org, 'id' | 'version'> };
type Changed = Pick<Member, 'grants' | 'until'> | null;

const noOwner = () =>
  failed('conflict', 'The organisation would have no owner left. Make somebody else an owner first.');

/** Gives a member other roles or another last day. */
export async function changeMember(
  ctx: MembersContext,
  { user, ...fields }: Omit<z.output<typeof changeMemberInput>, 'org'>,
): Promise<Result<null>> {
  const member = (await membersOfOrg(ctx.db, ctx.actor.orgId)).find(({ userId }) => userId === user);
  const read = await readGrants(ctx, fields, (member?.fromGroups.length ?? 0) > 0);
  return read.ok ? settle(ctx, new Map([[user, read.value]]), 'member.change') : read;
}

/** Ends a membership. What the person answered and did here stays; single sign-on does not bring them back, an invitation does. */
export function removeMember(ctx: MembersContext, { user }: { user: string }): Promise<Result<null>> {
  return settle(ctx, new Map([[user, null]]), 'member.remove');
}

/** Ends one's own membership. */
export async function leaveOrg(ctx: MembersContext): Promise<Result<null>> {
  const { actor } = ctx;
  // Everybody may leave, whatever their role lets them do to others.
  return settle(
    { ...ctx, actor: { ...actor, role: 'owner' } },
    new Map([[actor.userId, null]]),
    'member.leave',
  );
}

/** Makes somebody else an owner in one's own place; who hands over stays as an admin. */
export async function handOver(ctx: MembersContext, { user }: { user: string }): Promise<Result<null>> {
  if (user === ctx.actor.userId) return failed('invalid', 'You are an owner already.');
  const role = (name: 'owner' | 'admin'): Changed => ({
    grants: [{ teamId: null, role: name }],
    until: null,
  });
  return settle(
    ctx,
    new Map([
      [user, role('owner')],
      [ctx.actor.userId, role('admin')],
    ]),
    'member.hand-over',
  );
}

/**
 * What members become, in one commit; `null` is no member any more. Guarded by the version of the organisation: of two owners who
 * demote each other at once, one meets the other's change and is told.
 */
async function settle(
  ctx: MembersContext,
  wanted: ReadonlyMap<string, Changed>,
  action: 'member.change' | 'member.remove' | 'member.leave' | 'member.hand-over',
): Promise<Result<null>> {
  const members = await membersOfOrg(ctx.db, ctx.actor.orgId);
  const refused = refusal(ctx, members, wanted);
  if (refused !== null) return refused;
  const { orgId } = ctx.actor;
  const saved = await unlessStale(
    commit(ctx.db, (tx) => [
      exactlyOne(updateOrg(tx, ctx.org), () => new Stale()),
      ...[...wanted].flatMap(([userId, changed]): Write[] => {
        const as = { orgId, userId };
        if (changed === null) return [deleteMembership(tx, as), insertDeparture(tx, { ...as, at: ctx.now })];
        const { role, inTeams } = splitGrants(changed.grants);
        return [updateMembership(tx, as, { role, until: changed.until }), ...writeTeamRoles(tx, as, inTeams)];
      }),
      ...[...wanted].map(([userId, changed]) => audited(ctx, tx, action, userId, auditedOf(changed))),
    ]),
  );
  return saved
    ? done(null)
    : failed('conflict', 'Somebody changed the organisation at this moment. Look again, and try once more.');
}

function auditedOf(changed: Changed) {
  if (changed === null) return {};
  const { role, inTeams } = splitGrants(changed.grants);
  return { role, teams: inTeams.length, until: changed.until };
}

function refusal(
  { actor }: MembersContext,
  members: readonly Member[],
  wanted: ReadonlyMap<string, Changed>,
): Failure | null {
  for (const [userId, changed] of wanted) {
    const member = members.find((each) => each.userId === userId);
    if (member === undefined) return failed('not-found', 'There is no such member.');
    const after: readonly Grant[] = changed?.grants ?? [];
    const own = userId === actor.userId;
    if (!own && !mayGive(actor.role, member.grants, after))
      return failed('forbidden', 'Owners are made, changed and removed by owners.');
    if (own && !mayGive(actor.role, [], after))
      return failed('forbidden', 'Nobody makes themselves an owner.');
  }
  const after = members.flatMap((member) => {
    const changed = wanted.get(member.userId);
    if (changed === undefined) return [member];
    return changed === null ? [] : [{ ...member, ...changed }];
  });
  return hasOwner(after) ? null : noOwner();
}
