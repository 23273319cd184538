'use server';

import type { Route } from 'next';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { inOrg } from '@/lib/auth/places';
import { configureOrg, configureOrgInput } from '@/lib/orgs/configure-org';
import { deleteOrg, deleteOrgInput, keepOrg, keepOrgInput } from '@/lib/orgs/delete-org';
import { setAims, setAimsInput } from '@/lib/orgs/set-aims';
import { configureTeam, configureTeamInput, removeTeam, removeTeamInput } from '@/lib/teams/configure-team';
import { createTeam, createTeamInput } from '@/lib/teams/create-team';
import { importTeams, importTeamsInput } from '@/lib/teams/import-teams';
import { setProvision, setProvisionInput } from '@/lib/teams/set-provision';

export const createTeamAction = action({
  for: 'team.create',
  input: createTeamInput,
  at: inOrg,
  run: createTeam,
  then: ({ slug }, { org }) => redirect(`/${org}/teams/${slug}` as Route),
});

export const importTeamsAction = action({
  for: 'team.create',
  input: importTeamsInput,
  at: inOrg,
  run: importTeams,
});

export const configureTeamAction = action({
  for: 'team.create',
  input: configureTeamInput,
  at: inOrg,
  run: configureTeam,
  then: (_value, { org, team }) => redirect(`/${org}/teams/${team}` as Route),
});

export const setProvisionAction = action({
  for: 'team.create',
  input: setProvisionInput,
  at: inOrg,
  run: setProvision,
  then: (_value, { org, team }) => redirect(`/${org}/teams/${team}` as Route),
});

export const removeTeamAction = action({
  for: 'team.create',
  input: removeTeamInput,
  at: inOrg,
  run: removeTeam,
  then: (_value, { org }) => redirect(`/${org}/teams` as Route),
});

export const setAimsAction = action({
  for: 'org.configure',
  input: setAimsInput,
  at: inOrg,
  run: setAims,
  then: (_value, { org, unit }) =>
    redirect((unit === '' ? `/${org}/settings?saved=1` : `/${org}?unit=${unit}`) as Route),
});

export const configureOrgAction = action({
  for: 'org.configure',
  input: configureOrgInput,
  at: inOrg,
  run: configureOrg,
  then: (_value, { org }) => redirect(`/${org}/settings?saved=1` as Route),
});

/** The frame of every page says that it is deleted, or not any more. */
function backToSettings(org: string): never {
  revalidatePath(`/${org}`, 'layout');
  redirect(`/${org}/settings` as Route);
}

export const deleteOrgAction = action({
  for: 'org.own',
  input: deleteOrgInput,
  at: inOrg,
  run: deleteOrg,
  then: (_value, { org }) => backToSettings(org),
});

export const keepOrgAction = action({
  for: 'org.own',
  input: keepOrgInput,
  at: inOrg,
  run: keepOrg,
  then: (_value, { org }) => backToSettings(org),
});
