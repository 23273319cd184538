'use server';

import type { Route } from 'next';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
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
  org: ({ org }) => org,
  run: makeDecision,
  then: backToPage,
});

export const dismissProposalAction = action({
  for: 'decision.make',
  input: dismissProposalInput,
  org: ({ org }) => org,
  run: dismissProposal,
  then: backToPage,
});

export const changeDecisionAction = action({
  for: 'decision.make',
  input: changeDecisionInput,
  org: ({ org }) => org,
  run: changeDecision,
  then: backToPage,
});

export const settleDecisionAction = action({
  for: 'decision.make',
  input: settleDecisionInput,
  org: ({ org }) => org,
  run: settleDecision,
  then: backToPage,
});
