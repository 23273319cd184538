import {
  AlignmentType,
  BorderStyle,
  LevelFormat,
  LineRuleType,
  type INumberingOptions,
  type IStylesOptions,
} from 'docx';
import { EDGE, HAIR, INK, SOFT } from './colours';
import { languageOf, type Source } from './source';

/** Names of styles as Word has them, so that another template dresses the report anew. Sizes in half points, lengths in twips. */

export const TABLE_STYLE = 'TableGridLight';
export const BULLETS = 'report-bullets';
export const NUMBERS = 'report-numbers';

const space = (before: number, after: number, line = 276) => ({
  spacing: { before, after, line, lineRule: LineRuleType.AUTO },
});
const own = (id: string, name: string) => ({ id, name, basedOn: 'Normal', quickFormat: true });

/** The first accent of the theme: who changes it there changes every heading, link and rule. */
export const ACCENT = { theme: 'accent1' } as const;

export const stylesFor = ({ options, branded }: Source): IStylesOptions => ({
  default: {
    document: {
      run: { font: 'Inter', size: 20, color: INK, language: { value: languageOf(options) } },
      paragraph: space(0, 120),
    },
    title: {
      run: { size: 64, bold: true, color: INK, characterSpacing: -10 },
      paragraph: space(240, 240, 240),
    },
    heading1: {
      next: 'Normal',
      run: { size: 38, bold: true, color: branded ? ACCENT : INK },
      paragraph: { ...space(400, 140, 240), keepNext: true, outlineLevel: 0 },
    },
    heading2: {
      next: 'Normal',
      run: { size: 24, bold: true, color: ACCENT },
      paragraph: { ...space(170, 50, 250), keepNext: true, outlineLevel: 1 },
    },
    heading3: {
      next: 'Normal',
      run: { size: 21, bold: true, color: INK },
      paragraph: { ...space(280, 60, 250), keepNext: true, outlineLevel: 2 },
    },
    caption: {
      run: { size: 17, color: SOFT },
      paragraph: { ...space(60, 160, 250) },
    },
    hyperlink: { run: { color: ACCENT, underline: { color: HAIR } } },
  },
  paragraphStyles: [
    {
      ...own('Subtitle', 'Subtitle'),
      run: { size: 32, bold: true, color: ACCENT },
      paragraph: space(0, 480, 260),
    },
    { ...own('Lead', 'Lead'), run: { size: 22 }, paragraph: space(0, 100, 260) },
    { ...own('Note', 'Note'), run: { size: 17, color: SOFT }, paragraph: space(40, 60, 245) },
    {
      ...own('Label', 'Label'),
      run: { size: 16, bold: true, color: SOFT },
      paragraph: { ...space(140, 40, 240), keepNext: true },
    },
    {
      ...own('Quote', 'Quote'),
      paragraph: {
        ...space(60, 80),
        indent: { left: 200 },
        border: { left: { style: BorderStyle.SINGLE, size: 12, color: ruled(branded), space: 8 } },
      },
    },
    { ...own('TableText', 'Table Text'), run: { size: 17 }, paragraph: space(0, 20, 240) },
    {
      ...own('TableHead', 'Table Head'),
      run: { size: 15, bold: true, color: SOFT },
      paragraph: { ...space(0, 20, 240), keepNext: true },
    },
    {
      ...own('TableGroup', 'Table Group'),
      run: { size: 17, bold: true },
      paragraph: { ...space(50, 20, 240), keepNext: true },
    },
    { ...own('ListBullet', 'List Bullet'), paragraph: space(0, 50, 260) },
    { ...own('ListNumber', 'List Number'), paragraph: space(0, 50, 260) },
    {
      ...own('TOCHeading', 'TOC Heading'),
      run: { size: 38, bold: true, color: branded ? ACCENT : INK },
      paragraph: space(0, 240, 240),
    },
    {
      ...{ id: 'TOC1', name: 'toc 1', basedOn: 'Normal' },
      run: { size: 22 },
      paragraph: space(0, 120, 260),
    },
    {
      ...own('Header', 'header'),
      run: { size: 15, color: SOFT },
      paragraph: {
        ...space(0, 0, 240),
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: ruled(branded), space: 6 } },
      },
    },
    {
      ...own('Footer', 'footer'),
      run: { size: 15, color: SOFT },
      paragraph: space(0, 20, 240),
    },
  ],
});

/** Rules are quiet where nobody chose a colour. */
const ruled = (branded: boolean): typeof HAIR | typeof ACCENT => (branded ? ACCENT : HAIR);

const line = (side: string, size: number, colour: string, theme = '') =>
  `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="${colour}"${theme}/>`;

/** A line under each row and a heavier one under the heads; none beside them. The library has no styles of tables. */
export const tableStyleXml = ({ accent, branded }: Source): string =>
  `<w:style w:type="table" w:styleId="${TABLE_STYLE}"><w:name w:val="Table Grid Light"/><w:uiPriority w:val="40"/><w:tblPr><w:tblBorders>${line('bottom', 4, HAIR)}${line('insideH', 4, HAIR)}</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/><w:right w:w="110" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>${branded ? line('bottom', 8, accent, ` w:themeColor="${ACCENT.theme}"`) : line('bottom', 8, EDGE)}</w:tcBorders></w:tcPr></w:tblStylePr></w:style>`;

/** Word takes a font that looks like it where Inter is not installed. */
export const FONT_XML =
  '<w:font w:name="Inter"><w:altName w:val="Arial"/><w:panose1 w:val="020B0604020202020204"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>';

export const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: BULLETS,
      levels: [
        {
          ...{ level: 0, format: LevelFormat.BULLET, text: '–', alignment: AlignmentType.LEFT },
          style: { paragraph: { indent: { left: 240, hanging: 240 } }, run: { color: EDGE } },
        },
      ],
    },
    {
      reference: NUMBERS,
      levels: [
        {
          ...{ level: 0, format: LevelFormat.DECIMAL, text: '%1', alignment: AlignmentType.LEFT },
          style: { paragraph: { indent: { left: 400, hanging: 400 } }, run: { color: SOFT } },
        },
      ],
    },
  ],
};
