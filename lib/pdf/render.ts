import 'server-only';
import type { ReportDocument } from '@/lib/domain/report-document';
import type { Logo } from '@/lib/domain/schema/brand';
import { fontCoverage } from './fonts';
import { Glyphs } from './glyphs';
import { typeset, type Pool } from './typesetter';
import { logoView } from './view-brand';
import { documentView, type Look } from './view';
import { roadmapView, type PrintedContent, type RoadmapToPrint } from './view-roadmap';
import { scorecardView, type ScorecardFactsToPrint } from './view-scorecard';

/**
 * The report as a tagged PDF (PDF/UA-1). The same document and look give the same bytes. `replaced` lists the signs that the fonts
 * cannot draw and that stand as a mark in the document. Throws `TypesettingFailed`.
 */
export async function renderReportPdf(
  document: ReportDocument,
  content: PrintedContent,
  look: Look,
  pool: Pool = 'interactive',
): Promise<{ pdf: Uint8Array; replaced: string[] }> {
  const view = documentView(document, content, look);
  const { json, replaced } = printableJson(view);
  const inputs = {
    ...accented(view.accent),
    ...(view.compact && { compact: 'yes' }),
    report: json,
    replaced: String(replaced.length),
  };
  const pdf = await typeset('report.typ', inputs, { pool });
  return { pdf, replaced };
}

/** Cover, summary and findings of a report: how documents of its brand look. */
export async function renderBrandPdf(
  document: ReportDocument,
  content: PrintedContent,
  look: Look,
): Promise<Uint8Array> {
  const view = documentView(document, content, look);
  return typeset('brand.typ', { ...accented(view.accent), report: printableJson(view).json, partial: 'yes' });
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
