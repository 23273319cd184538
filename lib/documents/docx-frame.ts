import {
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
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { paragraphOf } from './docx-blocks';
import { factsOf } from './docx-tables';
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
  margin: { top: 1_360, right: MARGIN, bottom: 1_280, left: MARGIN, header: 700, footer: 620 },
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

export function coverSection(source: Source): ISectionOptions {
  const { cover } = source.view;
  const facts = [{ name: 'Issue', lines: [issueName(source.document)] }, ...cover.facts];
  return {
    properties: { page: pageOf(source) },
    headers: {
      default: new Header({ children: [new Paragraph({ style: 'Footer', children: sign(source) })] }),
    },
    footers: { default: new Footer({ children: [new Paragraph({ style: 'Footer' })] }) },
    children: [
      paragraphOf([{ text: cover.client, as: 'quiet' }], { style: 'Lead', spacing: { before: 2_600 } }),
      paragraphOf([{ text: cover.title }], { style: 'Title' }),
      paragraphOf([{ text: cover.subject }], { style: 'Subtitle', spacing: { after: 1_800 } }),
      factsOf({ kind: 'facts', title: 'About this report', facts }, textWidth(source)),
      ...(cover.status === ''
        ? []
        : [
            paragraphOf([{ text: cover.status, as: 'strong' }], { style: 'Quote', spacing: { before: 400 } }),
          ]),
    ],
  };
}

/**
 * The contents, filled with links and without pages: Word adds these when the field is updated or printed. To be asked on opening would
 * frighten, and to lay the pages out here takes two seconds.
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
