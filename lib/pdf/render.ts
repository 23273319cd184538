import 'server-only';
import type { Report } from '@/lib/domain/report';
import { fontCoverage } from './fonts';
import { Glyphs } from './glyphs';
import { typeset } from './typesetter';
import { reportView, type PdfOptions } from './view';
import { roadmapView, type RoadmapToPrint } from './view-roadmap';
import { scorecardView, type ScorecardFactsToPrint } from './view-scorecard';

export type { PdfOptions } from './view';

/**
 * The report as a tagged PDF (PDF/UA-1). The same report and options give the same bytes. `replaced` lists the signs that the fonts
 * cannot draw and that stand as a mark in the document. Throws `TypesettingFailed`.
 */
export async function renderReportPdf(
  report: Report,
  options: PdfOptions,
): Promise<{ pdf: Uint8Array; replaced: string[] }> {
  const { json, replaced } = printableJson(reportView(report, options));
  const pdf = await typeset('report.typ', { report: json, replaced: String(replaced.length) });
  return { pdf, replaced };
}

/** A scorecard on one page, in the same way. */
export async function renderScorecardPdf(
  facts: ScorecardFactsToPrint,
): Promise<{ pdf: Uint8Array; replaced: string[] }> {
  const { json, replaced } = printableJson(scorecardView(facts));
  const pdf = await typeset('scorecard.typ', { scorecard: json, replaced: String(replaced.length) });
  return { pdf, replaced };
}

/** A plan with its picture, in the same way. */
export async function renderRoadmapPdf(
  facts: RoadmapToPrint,
): Promise<{ pdf: Uint8Array; replaced: string[] }> {
  const { json, replaced } = printableJson(roadmapView(facts));
  const pdf = await typeset('roadmap.typ', { roadmap: json, replaced: String(replaced.length) });
  return { pdf, replaced };
}

/** The view as JSON in which every text can be drawn; addresses and pictures stay as they are. */
function printableJson(view: object): { json: string; replaced: string[] } {
  const glyphs = new Glyphs(fontCoverage());
  const json = JSON.stringify(view, (key, value: unknown) => {
    if (typeof value !== 'string') return value;
    return key === 'href' || key === 'svg' ? value.toWellFormed() : glyphs.printable(value);
  });
  return { json, replaced: [...glyphs.replaced] };
}
