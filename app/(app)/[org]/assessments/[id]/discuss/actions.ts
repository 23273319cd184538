'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { atAssessment } from '@/lib/auth/places';
import { settle, settleInput } from '@/lib/gatherings/settle';
import { settleAgreed, settleAgreedInput } from '@/lib/gatherings/settle-agreed';

/** Goes on to the next capability, or back to all of them when none is left. */
export const settleAction = action({
  for: 'assessment.gather',
  input: settleInput,
  at: atAssessment,
  run: settle,
  then: ({ next }, { org, id, go, capability }) => {
    const base = `/${org}/assessments/${id}`;
    const to = go === 'again' ? capability : next;
    redirect((to === null ? `${base}/discuss` : `${base}/meeting/${to}`) as Route);
  },
});

/** Stays on the page, which then shows what was taken over as agreed. */
export const settleAgreedAction = action({
  for: 'assessment.gather',
  input: settleAgreedInput,
  at: atAssessment,
  run: settleAgreed,
  then: (_count, { org, id }) => redirect(`/${org}/assessments/${id}/discuss` as Route),
});
