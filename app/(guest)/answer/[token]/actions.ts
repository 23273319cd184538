'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { action } from '@/lib/action';
import { beginAsGuest, byGuestInput, endAsGuest } from '@/lib/gatherings/be-asked';
import { guestAnswerByForm, guestAnswerFormInput } from '@/lib/gatherings/own-answer-by-form';

const pageOf = ({ token }: { token: string }): string => `/answer/${encodeURIComponent(token)}`;

export const beginAsGuestAction = action({
  for: 'anyone',
  limit: 'guest answers',
  input: byGuestInput.extend({ first: z.string().default('start') }),
  run: beginAsGuest,
  then: (_value, input) => redirect(`${pageOf(input)}?at=${encodeURIComponent(input.first)}` as Route),
});

export const endAsGuestAction = action({
  for: 'anyone',
  limit: 'guest answers',
  input: byGuestInput,
  run: endAsGuest,
  then: (_value, input) => redirect(`${pageOf(input)}?at=finish` as Route),
});

/** An answer of a guest from a browser without JavaScript. */
export const guestAnswerAction = action({
  for: 'anyone',
  limit: 'guest answers',
  input: guestAnswerFormInput,
  run: guestAnswerByForm,
  then: (address, input) => redirect(`${pageOf(input)}${address}` as Route),
});
