'use server';

import type { Route } from 'next';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { anywhere, inOrg } from '@/lib/auth/places';
import {
  changeMember,
  changeMemberInput,
  handOver,
  leaveOrg,
  leaveOrgInput,
  removeMember,
  removeMemberInput,
} from '@/lib/members/change-member';
import { invite, inviteInput } from '@/lib/members/invite';
import { inviteMany, inviteManyInput } from '@/lib/members/invite-many';
import { revokeInvitation, revokeInvitationInput } from '@/lib/members/revoke-invitation';

const people = (org: string) => `/${org}/settings/people`;

/** Stays on the page, as a link that nobody mailed is shown this one time. */
export const inviteAction = action({
  for: 'member.manage',
  input: inviteInput,
  limit: 'invitation',
  at: inOrg,
  run: async (ctx, input) => {
    const invited = await invite(ctx, input);
    if (invited.ok) refresh();
    return invited;
  },
});

export const inviteManyAction = action({
  for: 'member.manage',
  input: inviteManyInput,
  at: inOrg,
  run: async (ctx, input) => {
    const invited = await inviteMany(ctx, input);
    if (invited.ok && invited.value.written) refresh();
    return invited;
  },
});

export const revokeInvitationAction = action({
  for: 'member.manage',
  input: revokeInvitationInput,
  at: inOrg,
  run: revokeInvitation,
  then: (_value, { org }) => redirect(people(org) as Route),
});

export const changeMemberAction = action({
  for: 'member.manage',
  input: changeMemberInput,
  at: inOrg,
  run: changeMember,
  then: (_value, { org }) => redirect(`${people(org)}?done=changed` as Route),
});

export const removeMemberAction = action({
  for: 'member.manage',
  input: removeMemberInput,
  at: inOrg,
  run: removeMember,
  then: (_value, { org }) => redirect(`${people(org)}?done=removed` as Route),
});

export const handOverAction = action({
  for: 'member.manage',
  input: removeMemberInput,
  at: inOrg,
  run: handOver,
  then: (_value, { org }) => redirect(`${people(org)}?done=handed-over` as Route),
});

export const leaveOrgAction = action({
  for: 'org.read',
  input: leaveOrgInput,
  at: anywhere,
  run: leaveOrg,
  then: () => redirect('/'),
});
