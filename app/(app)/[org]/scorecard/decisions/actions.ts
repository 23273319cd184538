'use server';

import type { Route } from 'next';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { inOrg } from '@/lib/auth/places';
import {
  changeDecision,
  changeDecisionInput,
  settleDecision,
  settleDecisionInput,
} from '@/lib/decisions/change-decision';
import {
  dismissProposal,
  dismissProposalInput,
  makeDecision,
  makeDecisionInput,
} from '@/lib/decisions/make-decision';

const backToPage = (_value: unknown, { org }: { org: string }) => {
  // The second change leads to the address where one is already.
  refresh();
  redirect(`/${org}/scorecard/decisions` as Route);
};

export const makeDecisionAction = action({
  for: 'decision.make',
  input: makeDecisionInput,
  at: inOrg,
  run: makeDecision,
  then: backToPage,
});

export const dismissProposalAction = action({
  for: 'decision.make',
  input: dismissProposalInput,
  at: inOrg,
  run: dismissProposal,
  then: backToPage,
});

export const changeDecisionAction = action({
  for: 'decision.make',
  input: changeDecisionInput,
  at: inOrg,
  run: changeDecision,
  then: backToPage,
});

export const settleDecisionAction = action({
  for: 'decision.make',
  input: settleDecisionInput,
  at: inOrg,
  run: settleDecision,
  then: backToPage,
});
