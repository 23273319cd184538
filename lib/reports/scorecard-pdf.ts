import 'server-only';
import * as z from 'zod';
import { brandOf, withoutVersion } from '../brands/brand-of';
import { done, type Result } from '../errors';
import { renderScorecardPdf } from '../pdf/render';
import type { ReportPdf } from './report-pdf';
import { scorecardInput, scorecardOf, type ScorecardContext } from './scorecard-of';
import { PAPERS } from '../domain/vocabulary';

export const scorecardPdfInput = scorecardInput.extend({ paper: z.enum(PAPERS).default('a4') });

/** The scorecard on one page. */
export async function scorecardPdf(
  ctx: ScorecardContext,
  { unit: slug, paper }: Pick<z.output<typeof scorecardPdfInput>, 'unit' | 'paper'>,
): Promise<Result<ReportPdf>> {
  const found = await scorecardOf(ctx, slug);
  if (!found.ok) return found;
  const { overview, unit, date, nameParts } = found.value;
  const { scorecard, takes, moreUnits, waiting } = overview;
  const { pdf } = await renderScorecardPdf({
    ...{ scorecard, takes, unit, date, paper, moreUnits },
    organisation: ctx.org.name,
    brand: { firm: null, client: withoutVersion(await brandOf(ctx, ctx.org.name)) },
    answering: waiting.answering,
  });
  return done({ pdf, nameParts });
}
