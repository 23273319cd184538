'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { inOrg } from '@/lib/auth/places';
import { providerName } from '@/lib/auth/provider';
import { setSignInRule, setSignInRuleInput } from '@/lib/orgs/set-sign-in-rule';

export const setSignInRuleAction = action({
  for: 'org.configure',
  input: setSignInRuleInput,
  at: inOrg,
  run: (ctx, input) => setSignInRule(ctx, input, providerName() !== null),
  then: (_value, { org }) => redirect(`/${org}/settings/sign-in?saved=1` as Route),
});
