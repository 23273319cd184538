'use server';

import { Resolver } from 'node:dns/promises';
import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { inOrg } from '@/lib/auth/places';
import { providerName } from '@/lib/auth/provider';
import {
  addGroupRole,
  addGroupRoleInput,
  removeGroupRole,
  removeGroupRoleInput,
} from '@/lib/orgs/group-roles';
import {
  addDomain,
  addDomainInput,
  domainInput,
  domainRoleInput,
  letDomainJoin,
  removeDomain,
  verifyDomain,
} from '@/lib/orgs/own-domains';
import { setSignInRule, setSignInRuleInput } from '@/lib/orgs/set-sign-in-rule';

export const setSignInRuleAction = action({
  for: 'org.configure',
  input: setSignInRuleInput,
  at: inOrg,
  run: (ctx, input) => setSignInRule(ctx, input, providerName() !== null),
  then: (_value, { org }) => back(org, 'saved'),
});

const back = (org: string, done: string) => redirect(`/${org}/settings/sign-in?done=${done}` as Route);

export const addDomainAction = action({
  for: 'org.configure',
  input: addDomainInput,
  at: inOrg,
  run: addDomain,
  then: (_value, { org }) => back(org, 'domain'),
});

export const verifyDomainAction = action({
  for: 'org.configure',
  input: domainInput,
  limit: 'domain check',
  at: inOrg,
  run: (ctx, input) => {
    const resolver = new Resolver({ timeout: 3_000, tries: 2 });
    return verifyDomain(ctx, input, (name) => resolver.resolveTxt(name));
  },
  then: (_value, { org }) => back(org, 'verified'),
});

export const letDomainJoinAction = action({
  for: 'org.configure',
  input: domainRoleInput,
  at: inOrg,
  run: letDomainJoin,
  then: (_value, { org }) => back(org, 'saved'),
});

export const removeDomainAction = action({
  for: 'org.configure',
  input: domainInput,
  at: inOrg,
  run: removeDomain,
  then: (_value, { org }) => back(org, 'saved'),
});

export const addGroupRoleAction = action({
  for: 'org.configure',
  input: addGroupRoleInput,
  at: inOrg,
  run: addGroupRole,
  then: (_value, { org }) => back(org, 'group'),
});

export const removeGroupRoleAction = action({
  for: 'org.configure',
  input: removeGroupRoleInput,
  at: inOrg,
  run: removeGroupRole,
  then: (_value, { org }) => back(org, 'saved'),
});
