import 'server-only';
import type * as z from 'zod';
import type { Context } from '../context';
import { tellable } from '../domain/shared-view';
import { done, failed, type Result } from '../errors';
import { renderScorecardPdf } from '../pdf/render';
import type { ReportPdf } from '../reports/report-pdf';
import { asksForCode, openShare, type openShareInput } from './open-share';

/** The page of a shared view as it was frozen, for whoever may see the view; it counts as opened. */
export async function sharedPdf(
  ctx: Context,
  asked: z.output<typeof openShareInput>,
): Promise<Result<ReportPdf>> {
  const opened = await openShare(ctx, asked);
  if (!opened.ok) return opened;
  if (opened.value.asks === 'code') return asksForCode();
  if (opened.value.kind !== 'scorecard') return failed('not-found', 'This link shows a report.');
  const { organisation, frozenAt, scorecard, takes, brand } = opened.value.view;
  const date = frozenAt.slice(0, 10);
  const { pdf } = await renderScorecardPdf({
    ...{ scorecard: tellable(scorecard), organisation, date, takes },
    brand: { firm: null, client: brand ?? null },
    ...{ unit: null, paper: 'a4' as const, answering: 0, moreUnits: 0 },
  });
  return done({ pdf, nameParts: [organisation, 'MLOps maturity', date] });
}
