'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { configureOrg, configureOrgInput } from '@/lib/orgs/configure-org';
import { createTeam, createTeamInput } from '@/lib/teams/create-team';

export const createTeamAction = action({
  for: 'team.create',
  input: createTeamInput,
  org: ({ org }) => org,
  run: createTeam,
  then: ({ slug }, { org }) => redirect(`/${org}/teams/${slug}` as Route),
});

export const configureOrgAction = action({
  for: 'org.configure',
  input: configureOrgInput,
  org: ({ org }) => org,
  run: configureOrg,
  then: (_value, { org }) => redirect(`/${org}/settings?saved=1` as Route),
});
