'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { inOrg } from '@/lib/auth/places';
import { cancelJob, cancelJobInput } from '@/lib/jobs/cancel-job';
import { startRoundReports, startRoundReportsInput } from '@/lib/jobs/start-round-reports';

const reportsPage = (org: string, round: string) => `/${org}/rounds/${round}/reports` as Route;

export const startRoundReportsAction = action({
  for: 'report.batch',
  input: startRoundReportsInput,
  at: inOrg,
  run: startRoundReports,
  then: (_value, { org, id }) => redirect(reportsPage(org, id)),
});

export const cancelJobAction = action({
  for: 'report.batch',
  input: cancelJobInput,
  at: inOrg,
  run: cancelJob,
  then: (_value, { org, id }) => redirect(reportsPage(org, id)),
});
