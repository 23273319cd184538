'use server';

import type { Route } from 'next';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { atTeam } from '@/lib/auth/places';
import { acceptStep, acceptStepInput } from '@/lib/plans/accept-step';
import { keepStep, keepStepInput } from '@/lib/plans/keep-step';

const planPage = ({ org, team, step }: { org: string; team: string; step: string }) => {
  // The second change of a step leads to the address where one is already.
  refresh();
  redirect(`/${org}/teams/${team}/plan?saved=${encodeURIComponent(step)}` as Route);
};

export const keepStepAction = action({
  for: 'plan.keep',
  input: keepStepInput,
  at: atTeam,
  run: keepStep,
  then: (_value, where) => planPage(where),
});

export const acceptStepAction = action({
  for: 'plan.keep',
  input: acceptStepInput,
  at: atTeam,
  run: acceptStep,
  then: (_value, where) => planPage(where),
});
