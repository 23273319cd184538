import 'server-only';
import { Document, Packer, type Paragraph, type Table } from 'docx';
import type { ReportDocument, SectionId } from '@/lib/domain/report-document';
import type { PrintedContent } from '@/lib/pdf/view-roadmap';
import { dated, numbered, repacked, type Edit } from './archive';
import type { Block, Picture } from './blocks';
import { chaptersOf } from './chapters';
import { headingOf, listOf, pictureOf, textOf } from './docx-blocks';
import { bodySection, contentsSection, coverSection, textWidth } from './docx-frame';
import { FONT_XML, NUMBERING, stylesFor, tableStyleXml } from './docx-styles';
import { factsOf, tableOf } from './docx-tables';
import { pngOf } from './png';
import { written } from './plain-text';
import { sourceOf, type DocumentOptions, type Source } from './source';
import { stripPicture } from './strip-picture';
import { tracksPicture } from './tracks-picture';

/** These begin a page; the others follow on. */
const ON_NEW_PAGE: readonly SectionId[] = ['method', 'roadmap', 'findings', 'answers'];

/** The report for Word: real headings, lists and tables. The same document gives the same bytes. */
export async function reportDocx(
  document: ReportDocument,
  content: PrintedContent,
  options: DocumentOptions,
): Promise<Uint8Array> {
  const source = sourceOf(document, content, options);
  const { compact } = source.view;
  const setter = await setterFor(source);
  const body = setter.chapters.flatMap(({ id, title, blocks }, index) => [
    headingOf(title, 1, { pageBreakBefore: index === 0 || (!compact && ON_NEW_PAGE.includes(id)) }),
    ...blocks.flatMap((block, place) => setter.set(block, leadsOn(blocks, place))),
  ]);
  const file = new Document({
    title: written(source.view.title),
    subject: written(document.report.subject),
    creator: written(source.view.author),
    lastModifiedBy: written(source.view.author),
    description: `MLOps maturity report, content edition ${document.report.edition.version}`,
    styles: stylesFor(source),
    numbering: NUMBERING,
    theme: {
      fonts: { headings: 'Inter', body: 'Inter' },
      colors: { accent1: source.accent, hyperlink: source.accent, followedHyperlink: source.accent },
    },
    sections: [
      await coverSection(source),
      // A short report shows on its first pages what it has.
      ...(compact ? [] : [contentsSection(source)]),
      bodySection(source, body),
    ],
  });
  const packed = await Packer.toBuffer(file);
  return repacked(new Uint8Array(packed), settledBy(source));
}

type Drawn = Exclude<Block, { kind: 'tracks' | 'strip' }>;

type Setter = {
  chapters: { id: SectionId; title: string; blocks: Drawn[] }[];
  /** `leadsOn` keeps a text on the page of what follows. */
  set: (block: Drawn, leadsOn: boolean) => (Paragraph | Table)[];
};

/** The chapters, and how a block of them is set: their pictures have been drawn by then. */
async function setterFor(source: Source): Promise<Setter> {
  const width = textWidth(source);
  const points = width / 20;
  const chapters = chaptersOf(source).map((chapter) => ({
    ...chapter,
    blocks: chapter.blocks.map((block) => drawn(block, points)),
  }));
  const pictures = chapters.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'picture' ? [block.picture] : [])),
  );
  const pngs = new Map<Picture, Uint8Array>(
    await Promise.all(pictures.map(async (picture) => [picture, await pngOf(picture.svg)] as const)),
  );
  let lists = 0;
  const set: Setter['set'] = (block, withNext) => {
    switch (block.kind) {
      case 'heading':
        return [headingOf(block.text, block.level, { anchor: block.anchor ?? null })];
      case 'text':
        return [textOf(block, withNext)];
      case 'list':
        return listOf(block, (lists += 1));
      case 'table':
        return [tableOf(block, width)];
      case 'facts':
        return [factsOf(block, width)];
      case 'picture':
      default:
        return [pictureOf(block.picture, pngs.get(block.picture) ?? new Uint8Array(), points)];
    }
  };
  return { chapters, set };
}

/** Few words between a heading and what it is of: the heading does not end a page with them alone. */
function leadsOn(blocks: readonly Drawn[], place: number): boolean {
  const [block, before, after] = [blocks[place], blocks[place - 1], blocks[place + 1]];
  // The first is under the name of its chapter.
  if (block?.kind !== 'text' || (before ?? HEADING).kind !== 'heading' || after === undefined) return false;
  const length = block.line.reduce((sum, { text }) => sum + text.length, 0);
  return length <= FEW_SIGNS && after.kind !== 'heading' && after.kind !== 'picture';
}

const HEADING = { kind: 'heading' } as const;
const FEW_SIGNS = 400;

function drawn(block: Block, width: number): Drawn {
  if (block.kind === 'tracks') return { kind: 'picture', picture: tracksPicture(block.tracks, width - 4) };
  if (block.kind === 'strip') return { kind: 'picture', picture: stripPicture(block.strip, width - 4) };
  return block;
}

/** Ids as if this were the first document that is made, and a font that looks like Inter where that is not installed. */
function settledBy(source: Source): Edit {
  const settle = [
    numbered(/rId[a-z0-9_-]{21}/g, (number) => `rIdLink${number}`),
    numbered(/(?<="|\s)_Toc\d+/g, (number) => `_Toc${number}`),
    numbered(/(?<=<w:bookmark(?:Start|End)[^>]* w:id=")\d+/g, String),
    numbered(/(?<=<wp:docPr[^>]* id=")\d+/g, String),
  ];
  return (path, xml) => {
    if (path === 'docProps/core.xml') return dated(xml, source.document.issue.on);
    if (path === 'word/fontTable.xml')
      return xml.replace(/(<w:fonts[^>]*?)\/?>(?:<\/w:fonts>)?$/, `$1>${FONT_XML}</w:fonts>`);
    if (path === 'word/styles.xml') return xml.replace('</w:styles>', `${tableStyleXml(source)}</w:styles>`);
    // A dirty field makes Word ask on opening whether it may be updated.
    const clean = xml.replaceAll(' w:dirty="true"', '');
    return settle.reduce((text, change) => change(text), clean);
  };
}
