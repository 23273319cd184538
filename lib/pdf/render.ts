import 'server-only';
import type { ReportDocument } from '@/lib/domain/report-document';
import type { Logo } from '@/lib/domain/schema/brand';
import type { Content } from '@/lib/domain/schema/content';
import { familiesFor, type Family } from './fonts';
import { Glyphs } from './glyphs';
import { typeset, TypesettingFailed, type Pool, type Template } from './typesetter';
import { logoView } from './view-brand';
import { documentView, type Look } from './view';
import { roadmapView, type PrintedContent, type RoadmapToPrint } from './view-roadmap';
import { consolidatedView, type ConsolidatedToPrint } from './view-consolidated';
import { questionnaireView, type QuestionnaireToPrint } from './view-questionnaire';
import { scorecardView, type ScorecardFactsToPrint } from './view-scorecard';

/** `replaced` lists the signs that no font of the product can draw and that stand as a mark in the document. */
export type Printed = { pdf: Uint8Array; replaced: string[] };

/**
 * The report as a tagged PDF (PDF/UA-1). The same document and look give the same bytes. Throws `TypesettingFailed`.
 */
export async function renderReportPdf(
  document: ReportDocument,
  content: PrintedContent,
  look: Look,
  pool: Pool = 'interactive',
): Promise<Printed> {
  const view = documentView(document, content, look);
  const inputs = { ...accented(view.accent), ...(view.compact && { compact: 'yes' }) };
  return print('report.typ', view, inputs, pool);
}

/** Cover, summary and findings of a report: how documents of its brand look. */
export async function renderBrandPdf(
  document: ReportDocument,
  content: PrintedContent,
  look: Look,
): Promise<Uint8Array> {
  const view = documentView(document, content, look);
  return (await print('brand.typ', view, { ...accented(view.accent), partial: 'yes' })).pdf;
}

/** Sets a logo on a page as a report would, to see that it can be. Throws `TypesettingFailed`. */
export async function setLogoOnPage(logo: Logo): Promise<void> {
  await print('logo.typ', { brand: { left: logoView(logo, 'a test'), name: null, right: null } });
}

const accented = (accent: string | null): { accent?: string } => (accent === null ? {} : { accent });

/** A scorecard on one page, in the same way. */
export async function renderScorecardPdf(facts: ScorecardFactsToPrint): Promise<Printed> {
  const view = scorecardView(facts);
  return print('scorecard.typ', view, accented(view.accent));
}

/** A plan with its picture, in the same way. */
export async function renderRoadmapPdf(facts: RoadmapToPrint): Promise<Printed> {
  const view = roadmapView(facts);
  return print('roadmap.typ', view, accented(view.accent));
}

/** A report over several teams, in the same way. */
export async function renderConsolidatedPdf(asked: ConsolidatedToPrint, look: Look): Promise<Printed> {
  const view = consolidatedView(asked, look);
  return print('consolidated.typ', view, accented(view.accent));
}

/** A blank questionnaire, in the same way. */
export async function renderQuestionnairePdf(
  content: Content,
  asked: QuestionnaireToPrint,
): Promise<Printed> {
  const view = questionnaireView(content, asked);
  return print('questionnaire.typ', view, accented(view.accent));
}

/** Sets a view by its template: in all the fonts that its texts need, or in the main one alone should the typesetter still miss a sign. */
async function print(
  template: Template,
  view: object,
  inputs: Record<string, string> = {},
  pool: Pool = 'interactive',
): Promise<Printed> {
  const families = familiesFor(JSON.stringify(view));
  try {
    return await printIn(families, template, view, inputs, pool);
  } catch (error) {
    if (!(error instanceof TypesettingFailed && error.missesGlyph)) throw error;
    return printIn([families[0]], template, view, inputs, pool);
  }
}

async function printIn(
  families: readonly [Family, ...Family[]],
  template: Template,
  view: object,
  inputs: Record<string, string>,
  pool: Pool,
): Promise<Printed> {
  const glyphs = new Glyphs(families);
  // Every text such that it can be drawn; addresses and pictures stay as they are.
  const json = JSON.stringify(view, (key, value: unknown) => {
    if (typeof value !== 'string') return value;
    return key === 'href' || key === 'svg' ? value.toWellFormed() : glyphs.printable(value);
  });
  const replaced = [...glyphs.replaced];
  const given = {
    ...inputs,
    view: json,
    fonts: JSON.stringify(glyphs.fonts),
    replaced: JSON.stringify(replaced.map(codePoints)),
  };
  const pdf = await typeset(template, given, { pool });
  return { pdf, replaced };
}

/** How a sign that cannot be drawn is named: `U+0E44`. */
const codePoints = (sign: string): string =>
  Array.from(
    sign,
    (point) => `U+${(point.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  ).join(' ');
