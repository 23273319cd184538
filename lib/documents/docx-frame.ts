import {
  BorderStyle,
  Footer,
  Header,
  LeaderType,
  Paragraph,
  PageNumber,
  SectionType,
  TabStopType,
  TableOfContents,
  TextRun,
  type ISectionOptions,
  type ParagraphChild,
  type Table,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { imageOf, paragraphOf } from './docx-blocks';
import { ACCENT } from './docx-styles';
import { factsOf, mastheadTable } from './docx-tables';
import { mastheadOf, type LogoPicture } from './masthead';
import { pngOf } from './png';
import { rungsMark } from './rungs-mark';
import { written } from './plain-text';
import { issueName, type Source } from './source';

/** What is around the chapters: paper, cover, contents, head and foot of each page. Lengths in twips. */

const MARGIN = 1247;
const PAPERS = {
  a4: { width: 11_906, height: 16_838 },
  'us-letter': { width: 12_240, height: 15_840 },
};

export const textWidth = ({ options }: Source): number => PAPERS[options.paper].width - 2 * MARGIN;

const pageOf = ({ options }: Source) => ({
  size: PAPERS[options.paper],
  margin: { top: 1_300, right: MARGIN, bottom: 1_180, left: MARGIN, header: 680, footer: 560 },
});

/** The sign of a draft lies under each page. */
const sign = (source: Source): TextWatermark[] =>
  source.view.draft ? [new TextWatermark({ text: 'Draft', font: 'Arial', color: 'E6E9E7' })] : [];

function headAndFoot(source: Source): Pick<ISectionOptions, 'headers' | 'footers'> {
  const { running } = source.view;
  const width = textWidth(source);
  const tabStops = [{ type: TabStopType.RIGHT, position: width }];
  const texts = (left: string, right: (string | TextRun)[]) => [
    new TextRun(written(left)),
    new TextRun('\t'),
    ...right.map((part) => (typeof part === 'string' ? new TextRun(written(part)) : part)),
  ];
  return {
    headers: {
      default: new Header({
        children: [
          new Paragraph({
            ...{ style: 'Header', tabStops },
            children: [...texts(running.left, [running.right]), ...sign(source)],
          }),
        ],
      }),
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            ...{ style: 'Footer', tabStops },
            children: texts(running.footLeft, [
              new TextRun({ children: ['page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
            ]),
          }),
          new Paragraph({
            ...{ style: 'Footer', tabStops },
            children: texts(`Content edition ${running.edition}`, [running.footRight]),
          }),
        ],
      }),
    },
  };
}

/** Between the titles and the facts; in eighths of a point. */
const COVER_RULE = { style: BorderStyle.SINGLE, size: 13, color: ACCENT };

/** A firm without a logo. */
const FIRM = { bold: true, size: 30, color: ACCENT };

const PIXELS_A_MILLIMETRE = 96 / 25.4;

/** Whose document it is on the left, for whom on the right: a logo each, the name where there is none. */
async function masthead(source: Source): Promise<Table> {
  const { left, name, right } = await mastheadOf(source.document.brand);
  const width = textWidth(source);
  const picture = (logo: LogoPicture): ParagraphChild =>
    imageOf({
      ...logo,
      width: logo.width * PIXELS_A_MILLIMETRE,
      height: logo.height * PIXELS_A_MILLIMETRE,
    });
  if (left !== null) return mastheadTable([picture(left)], right === null ? [] : [picture(right)], width);
  const other = right === null ? [] : [picture(right)];
  if (name !== null) return mastheadTable([new TextRun({ text: written(name), ...FIRM })], other, width);
  const mark = rungsMark();
  return mastheadTable([imageOf({ ...mark, png: await pngOf(mark.svg) })], other, width);
}

export async function coverSection(source: Source): Promise<ISectionOptions> {
  const { cover, running } = source.view;
  const width = textWidth(source);
  const facts = [{ name: 'Issue', lines: [issueName(source.document)] }, ...cover.facts];
  return {
    properties: { page: pageOf(source) },
    headers: {
      default: new Header({ children: [new Paragraph({ style: 'Footer', children: sign(source) })] }),
    },
    footers: {
      default: new Footer({ children: [paragraphOf([{ text: running.footLeft }], { style: 'Footer' })] }),
    },
    children: [
      await masthead(source),
      paragraphOf([{ text: cover.client, as: 'quiet' }], { style: 'Lead', spacing: { before: 2_200 } }),
      paragraphOf([{ text: cover.title }], { style: 'Title' }),
      paragraphOf([{ text: cover.subject }], { style: 'Subtitle', spacing: { after: 1_500 } }),
      factsOf(
        { kind: 'facts', title: 'About this report', facts },
        width,
        source.branded ? COVER_RULE : undefined,
      ),
      ...(cover.status === ''
        ? []
        : [
            paragraphOf([{ text: cover.status, as: 'strong' }], { style: 'Quote', spacing: { before: 400 } }),
          ]),
    ],
  };
}

/**
 * The contents, filled with links and without pages: on which page a chapter begins depends on the fonts of whoever opens the file, and a
 * wrong number is worse than none. Word counts them by Update Table, which stands over the contents, or when it prints.
 */
export const contentsSection = (source: Source): ISectionOptions => ({
  properties: { type: SectionType.NEXT_PAGE, page: pageOf(source) },
  ...headAndFoot(source),
  children: [
    new Paragraph({ text: 'Contents', style: 'TOCHeading' }),
    new TableOfContents('Contents', {
      ...{ hyperlink: true, headingStyleRange: '1-1', beginDirty: false },
      tabLeader: LeaderType.NONE,
    }),
  ],
});

export const bodySection = (source: Source, children: ISectionOptions['children']): ISectionOptions => ({
  properties: { type: SectionType.NEXT_PAGE, page: pageOf(source) },
  ...headAndFoot(source),
  children,
});
