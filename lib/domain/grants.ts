import { list } from './labels';
import type { Grant } from './policy';
import type { MemberRole } from './vocabulary';

/** `viewer, and contributor in Fraud scoring`; `nameOf` names a team by its id, and one that is gone is left out. */
export function grantsText(grants: readonly Grant[], nameOf: (teamId: string) => string | undefined): string {
  const whole = grants.flatMap(({ teamId, role }) => (teamId === null ? [role] : []));
  const inTeams = grants.flatMap(({ teamId, role }) => {
    const name = teamId === null ? undefined : nameOf(teamId);
    return name === undefined ? [] : [`${role} in ${name}`];
  });
  return list([...whole, ...inTeams]) || 'no role any more';
}

const owns = (grants: readonly Grant[]): boolean =>
  grants.some(({ teamId, role }) => teamId === null && role === 'owner');

/** Whether somebody in this role may give these roles to who has those: owners are made and unmade by owners alone. */
export const mayGive = (
  giver: MemberRole | null,
  before: readonly Grant[],
  after: readonly Grant[],
): boolean => giver === 'owner' || (giver === 'admin' && !owns(before) && !owns(after));

type Holder = { userId: string; until: string | null; grants: readonly Grant[] };

/** Whether somebody answers for the organisation for good: an owner whose access has no last day. */
export const hasOwner = (members: readonly Holder[]): boolean =>
  members.some(({ until, grants }) => until === null && owns(grants));
