import type { MemberRole } from './vocabulary';

/** How somebody who signed in by the provider stands to one organisation. */
export type ProviderStanding = {
  /** Of the claims; `null` where the provider did not say which groups they are in. */
  groups: readonly string[] | null;
  member: {
    /** Whether people gave it, or gave it a last day, or it is that of a consultant: then no group ends it. */
    byHand: boolean;
    /** The last day has passed. */
    ended: boolean;
    /** The ids of what groups gave at the last sign-in. */
    held: readonly string[];
  } | null;
  /** Somebody removed them, or they left. */
  departed: boolean;
  /** Whether a confirmed address is in a domain of the organisation, and what is given to who joins by that. */
  domain: { role: MemberRole | null } | null;
  /** What groups give in the organisation. */
  groupRoles: readonly { id: string; name: string }[];
};

export type ProviderChange =
  | { kind: 'none' }
  | { kind: 'join'; role: MemberRole | null; give: string[] }
  | { kind: 'change'; give: string[]; take: string[] }
  | { kind: 'end' };

/**
 * What a sign-in by the provider changes in an organisation. Only an address in one of its domains makes somebody a member: by groups alone
 * an organisation could make members of whoever signs in to this installation, and read their names and addresses. What people gave is not
 * looked at, so it is never taken away, and a membership that has ended stays so.
 */
export function providerChange({
  groups,
  member,
  departed,
  domain,
  groupRoles,
}: ProviderStanding): ProviderChange {
  const given = groupRoles.flatMap(({ id, name }) => (groups?.includes(name) === true ? [id] : []));
  if (member === null) {
    const invited = domain !== null && (domain.role !== null || given.length > 0);
    return invited && !departed ? { kind: 'join', role: domain.role, give: given } : { kind: 'none' };
  }
  if (member.ended || groups === null) return { kind: 'none' };
  const give = given.filter((id) => !member.held.includes(id));
  const take = member.held.filter((id) => !given.includes(id));
  if (give.length === 0 && take.length === 0) return { kind: 'none' };
  return given.length === 0 && !member.byHand ? { kind: 'end' } : { kind: 'change', give, take };
}
