'use server';

import type { Route } from 'next';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { atAssessment } from '@/lib/auth/places';
import { createReport, createReportInput } from '@/lib/reports/create-report';
import { deleteReport, deleteReportInput } from '@/lib/reports/delete-report';
import { issueReport, issueReportInput } from '@/lib/reports/issue-report';
import { saveReport, saveReportInput } from '@/lib/reports/save-report';

type Where = { org: string; id: string };

const report = ({ org, id }: Where, of: string) => {
  refresh();
  redirect(`/${org}/assessments/${id}/report${of}` as Route);
};

export const createReportAction = action({
  for: 'report.write',
  input: createReportInput,
  at: atAssessment,
  run: createReport,
  then: ({ id }, where) => report(where, `/${id}`),
});

export const saveReportAction = action({
  for: 'report.write',
  input: saveReportInput,
  at: atAssessment,
  run: saveReport,
  then: (_value, where) => report(where, `/${where.report}?done=saved`),
});

export const issueDraftAction = action({
  for: 'report.write',
  input: issueReportInput,
  at: atAssessment,
  run: (ctx, input) => issueReport(ctx, input, 'draft'),
  then: (_value, where) => report(where, `/${where.report}?done=issued`),
});

export const issueFinalAction = action({
  for: 'report.finalise',
  input: issueReportInput,
  at: atAssessment,
  run: (ctx, input) => issueReport(ctx, input, 'final'),
  then: (_value, where) => report(where, `/${where.report}?done=issued`),
});

export const deleteReportAction = action({
  for: 'report.write',
  input: deleteReportInput,
  at: atAssessment,
  run: deleteReport,
  then: (_value, where) => report(where, ''),
});
