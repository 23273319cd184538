'use server';

import type { Route } from 'next';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { createReportShare, createReportShareInput } from '@/lib/shares/create-report-share';
import { createShare, createShareInput } from '@/lib/shares/create-share';
import { revokeShare, revokeShareInput } from '@/lib/shares/revoke-share';

/** Stays on the page, as the link is shown this one time. */
export const createShareAction = action({
  for: 'share.manage',
  input: createShareInput,
  org: ({ org }) => org,
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
  org: ({ org }) => org,
  run: createReportShare,
});

export const revokeShareAction = action({
  for: 'share.manage',
  input: revokeShareInput,
  org: ({ org }) => org,
  run: revokeShare,
  then: (_value, { org }) => redirect(`/${org}/shares` as Route),
});
