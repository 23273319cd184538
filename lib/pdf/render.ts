import 'server-only';
import type { Report } from '@/lib/domain/report';
import type { Logo } from '@/lib/domain/schema/brand';
import { fontCoverage } from './fonts';
import { Glyphs } from './glyphs';
import { typeset } from './typesetter';
import { findingView, type FindingToPrint } from './view-rich-text';
import { logoView } from './view-brand';
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
  const view = reportView(report, options);
  const { json, replaced } = printableJson(view);
  const pdf = await typeset('report.typ', {
    ...accented(view.accent),
    report: json,
    replaced: String(replaced.length),
  });
  return { pdf, replaced };
}

/** Cover and summary of a report, then texts as findings carry them: how documents of this brand look. */
export async function renderBrandPdf(
  report: Report,
  options: PdfOptions,
  findings: readonly FindingToPrint[],
): Promise<Uint8Array> {
  const view = reportView(report, options);
  const { json } = printableJson({ ...view, findings: findings.map(findingView) });
  return typeset('brand.typ', { ...accented(view.accent), report: json, partial: 'yes' });
}

/** Sets a logo on a page as a report would, to see that it can be. Throws `TypesettingFailed`. */
export async function setLogoOnPage(logo: Logo): Promise<void> {
  const { json } = printableJson({ brand: { left: logoView(logo, 'a test'), name: null, right: null } });
  await typeset('logo.typ', { page: json });
}

const accented = (accent: string | null): { accent?: string } => (accent === null ? {} : { accent });

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
