'use server';

import type { Route } from 'next';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { inOrg } from '@/lib/auth/places';
import { createReportShare, createReportShareInput } from '@/lib/shares/create-report-share';
import { createShare, createShareInput } from '@/lib/shares/create-share';
import { revokeShare, revokeShareInput } from '@/lib/shares/revoke-share';

/** Stays on the page, as the link is shown this one time. */
export const createShareAction = action({
  for: 'share.manage',
  input: createShareInput,
  at: inOrg,
  run: async (ctx, input) => {
    const created = await createShare(ctx, input);
    if (created.ok) refresh();
    return created;
  },
});

/** The same for an issued report. */
export const createReportShareAction = action({
  for: 'share.manage',
  input: createReportShareInput,
  at: inOrg,
  run: createReportShare,
});

export const revokeShareAction = action({
  for: 'share.manage',
  input: revokeShareInput,
  at: inOrg,
  run: revokeShare,
  then: (_value, { org }) => redirect(`/${org}/shares` as Route),
});
