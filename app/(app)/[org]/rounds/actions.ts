'use server';

import type { Route } from 'next';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { inOrg } from '@/lib/auth/places';
import { env } from '@/lib/env';
import { changeRound, changeRoundInput } from '@/lib/rounds/change-round';
import { closeRound, closeRoundInput } from '@/lib/rounds/close-round';
import { openRound, openRoundInput } from '@/lib/rounds/open-round';
import { remind, remindInput } from '@/lib/rounds/remind';
import { watchRounds, watchRoundsInput } from '@/lib/rounds/watch-rounds';

const roundPage = (org: string, id: string) => `/${org}/rounds/${id}` as Route;

export const openRoundAction = action({
  for: 'round.run',
  input: openRoundInput,
  at: inOrg,
  run: openRound,
  then: ({ id }, { org }) => redirect(roundPage(org, id)),
});

export const changeRoundAction = action({
  for: 'round.run',
  input: changeRoundInput,
  at: inOrg,
  run: changeRound,
  then: (_value, { org, id }) => redirect(`${roundPage(org, id)}?saved=1` as Route),
});

export const remindAction = action({
  for: 'round.run',
  input: remindInput,
  at: inOrg,
  run: async (ctx, input) => {
    const reminded = await remind(ctx, input, env().NEXTAUTH_URL);
    // The text is shown on the page as it stands; the table in it says when each team was reminded.
    refresh();
    return reminded;
  },
});

export const closeRoundAction = action({
  for: 'round.run',
  input: closeRoundInput,
  at: inOrg,
  run: (ctx, input) => closeRound(ctx, input, env().NEXTAUTH_URL),
  then: (_value, { org, id }) => redirect(roundPage(org, id)),
});

export const watchRoundsAction = action({
  for: 'org.read',
  input: watchRoundsInput,
  at: inOrg,
  run: watchRounds,
  then: (_value, { org }) => redirect(`/${org}/rounds` as Route),
});
