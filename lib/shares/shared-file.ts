import 'server-only';
import * as z from 'zod';
import type { Context } from '../context';
import { done, failed, type Result } from '../errors';
import { REPORT_FORMATS, reportFile, type ReportFile, type ReportFormat } from '../reports/report-formats';
import { asksForCode, openShare, openShareInput } from './open-share';
import { PAPERS } from '../domain/vocabulary';

export const sharedFileInput = openShareInput.extend({
  format: z.enum(Object.keys(REPORT_FORMATS) as ReportFormat[]),
  paper: z.enum(PAPERS).default('a4'),
});

/** A file of a shared report, where its link allows files, for whoever may see the report; it counts as opened. */
export async function sharedFile(
  ctx: Context,
  { format, paper, ...asked }: z.output<typeof sharedFileInput>,
): Promise<Result<ReportFile>> {
  const opened = await openShare(ctx, asked);
  if (!opened.ok) return opened;
  if (opened.value.asks === 'code') return asksForCode();
  if (opened.value.kind !== 'report' || !opened.value.downloads)
    return failed('forbidden', 'This link is for reading: who made it allowed no files.');
  const { sealed, content, issuedAt } = opened.value;
  return done(await reportFile(format, { sealed, content, paper, at: issuedAt }));
}
