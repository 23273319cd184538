import 'server-only';
import type { ReportDocument, SectionId } from '@/lib/domain/report-document';
import type { PrintedContent } from '@/lib/pdf/view-roadmap';
import { dated, numbered, repacked, type Edit } from './archive';
import { deckFor } from './slide-kit';
import { findingSlides, nextSlide, trustSlide } from './slides/closing';
import { gapsSlide, holdsSlide } from './slides/gaps';
import { coverSlide, firstAnswersSlide, stripSlide, summarySlide } from './slides/opening';
import { levelsSlide, automationSlide, needSlide, timelineSlides, toolsSlide } from './slides/roadmap';
import { languageOf, sourceOf, type DocumentOptions, type Source } from './source';

/** The report as about ten slides: what is said in a steering committee, with the long version in the notes. */
export async function reportPptx(
  document: ReportDocument,
  content: PrintedContent,
  options: DocumentOptions,
): Promise<Uint8Array> {
  const source = sourceOf(document, content, options);
  const has = (section: SectionId): boolean => source.view.sections.includes(section);
  const deck = deckFor(source);
  await coverSlide(deck, source);
  summarySlide(deck, source);
  stripSlide(deck, source);
  if (document.report.tooLittleKnown) firstAnswersSlide(deck, source);
  else {
    if (has('holds')) holdsSlide(deck, source);
    if (has('gaps')) gapsSlide(deck, source);
  }
  await planSlides(deck, source);
  if (has('findings')) findingSlides(deck, source);
  if (!document.report.tooLittleKnown) nextSlide(deck, source);
  trustSlide(deck, source);
  const packed = await deck.write({ outputType: 'uint8array' });
  if (!(packed instanceof Uint8Array)) throw new Error('the slides were not written as bytes');
  return repacked(packed, settledBy(source));
}

async function planSlides(deck: ReturnType<typeof deckFor>, source: Source): Promise<void> {
  const { plan } = source.document;
  const { roadmap } = source;
  if (plan === null || roadmap === null || plan.roadmap.steps.length === 0) return;
  levelsSlide(deck, roadmap);
  await timelineSlides(deck, source, plan);
  if (roadmap.short) return;
  needSlide(deck, roadmap);
  toolsSlide(deck, roadmap);
  automationSlide(deck, roadmap);
}

/** What the library makes anew each time, and what it has no option for: the language, and which row of a table is its head. */
function settledBy({ document, options, accent }: Source): Edit {
  const ids = numbered(
    /\{[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}\}/gi,
    (number) => `{00000000-0000-4000-8000-${String(number).padStart(12, '0')}}`,
  );
  return (path, xml) => {
    if (path === 'docProps/core.xml') return dated(xml, document.issue.on);
    if (path.startsWith('ppt/theme/')) return coloured(xml, accent);
    const said = xml
      .replaceAll('lang="en-US"', `lang="${languageOf(options)}"`)
      .replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1"/>');
    return path.startsWith('ppt/slides/') ? ids(said) : said;
  };
}

/** The library has no option for the colours of a theme. */
const coloured = (xml: string, accent: string): string =>
  xml.replaceAll(
    /<a:(accent1|hlink|folHlink)>.*?<\/a:\1>/gs,
    (_, name: string) => `<a:${name}><a:srgbClr val="${accent}"/></a:${name}>`,
  );
