import {
  AlignmentType,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type IBorderOptions,
  type ParagraphChild,
} from 'docx';
import type { Block, Column, Line, Row } from './blocks';
import { paragraphOf } from './docx-blocks';
import { TABLE_STYLE } from './docx-styles';
import { written } from './plain-text';

const ALIGNED = { right: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const;
const LOOK = {
  firstRow: true,
  lastRow: false,
  firstColumn: false,
  lastColumn: false,
  noHBand: true,
  noVBand: true,
};
/** Longer than this, a row may be parted by the end of a page: it might not fit one. */
const LONG = 1_500;

/** A table over the whole width (in twips), its heads repeated on each page and its rows kept whole. */
export function tableOf({ columns, rows }: Extract<Block, { kind: 'table' }>, width: number): Table {
  const widths = widthsOf(columns, width);
  return new Table({
    ...{ style: TABLE_STYLE, tableLook: LOOK, layout: TableLayoutType.FIXED, columnWidths: widths },
    width: { size: width, type: WidthType.DXA },
    rows: [
      new TableRow({
        ...{ tableHeader: true, cantSplit: true },
        children: columns.map((column, index) =>
          cellOf([[{ text: column.head }]], column, widths[index] ?? 0, { style: 'TableHead' }),
        ),
      }),
      ...rows.map((row, index) => rowOf(row, columns, widths, staysWithNext(rows, index))),
    ],
  });
}

/** No page ends after the first row of a table or begins with its last, and a short group stays whole. */
function staysWithNext(rows: readonly Row[], index: number): boolean {
  const next = rows[index + 1];
  if (next === undefined || 'group' in next || lengthOf(next) > LONG) return false;
  const begins = rows.findLastIndex((row, place) => place <= index && 'group' in row);
  const ends = rows.findIndex((row, place) => place > index && 'group' in row);
  const size = (ends === -1 ? rows.length : ends) - begins - 1;
  return index === 0 || index === rows.length - 2 || (begins !== -1 && size <= SHORT_GROUP);
}

const SHORT_GROUP = 3;

const lengthOf = (row: Row): number =>
  'group' in row ? 0 : row.cells.flat(2).reduce((sum, { text }) => sum + text.length, 0);

function rowOf(row: Row, columns: readonly Column[], widths: readonly number[], keepNext: boolean): TableRow {
  if ('group' in row)
    return new TableRow({
      cantSplit: true,
      children: [
        new TableCell({
          columnSpan: columns.length,
          children: [paragraphOf([{ text: row.group }], { style: 'TableGroup' })],
        }),
      ],
    });
  return new TableRow({
    cantSplit: lengthOf(row) <= LONG,
    children: columns.map((column, index) =>
      cellOf(row.cells[index] ?? [], column, widths[index] ?? 0, { style: 'TableText', keepNext }),
    ),
  });
}

function cellOf(
  lines: Line[],
  { align }: Column,
  width: number,
  look: { style: string; keepNext?: boolean },
): TableCell {
  const options = { ...look, ...(align !== undefined && { alignment: ALIGNED[align] }) };
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    // A cell has at least one paragraph.
    children: (lines.length === 0 ? [[]] : lines).map((line) => paragraphOf(line, options)),
  });
}

function widthsOf(columns: readonly Column[], width: number): number[] {
  const all = columns.reduce((sum, column) => sum + column.width, 0);
  return columns.map((column) => Math.floor((column.width / all) * width));
}

const NAMES = 0.26;

/** Names and values beside one another; no heads, as the names are these. */
export function factsOf(
  { facts }: Extract<Block, { kind: 'facts' }>,
  width: number,
  rule?: IBorderOptions,
): Table {
  const widths = [Math.floor(width * NAMES), Math.floor(width * (1 - NAMES))];
  const under = (index: number) =>
    rule !== undefined && index === 0 ? { margins: { top: 200, bottom: 50, left: 0, right: 110 } } : {};
  return new Table({
    ...{ layout: TableLayoutType.FIXED, columnWidths: widths },
    borders: { ...TableBorders.NONE, ...(rule && { top: rule }) },
    tableLook: { ...LOOK, firstRow: false, firstColumn: true },
    width: { size: width, type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 0, right: 110 },
    rows: facts.map(
      ({ name, lines }, index) =>
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({
              ...under(index),
              // Level with its value.
              children: [
                new Paragraph({ text: written(name), style: 'Note', spacing: { before: 0, after: 20 } }),
              ],
            }),
            new TableCell({
              ...under(index),
              children: lines.map((text) => paragraphOf([{ text }], { style: 'TableText' })),
            }),
          ],
        }),
    ),
  });
}

/** Two parts at the ends of the width, level with one another. */
export function mastheadTable(left: ParagraphChild[], right: ParagraphChild[], width: number): Table {
  const half = Math.floor(width / 2);
  const cell = (children: ParagraphChild[], alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']) =>
    new TableCell({
      width: { size: half, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [new Paragraph({ alignment, children, spacing: { after: 0 } })],
    });
  return new Table({
    ...{ layout: TableLayoutType.FIXED, columnWidths: [half, half], borders: TableBorders.NONE },
    tableLook: { ...LOOK, firstRow: false },
    width: { size: width, type: WidthType.DXA },
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    rows: [new TableRow({ children: [cell(left, AlignmentType.LEFT), cell(right, AlignmentType.RIGHT)] })],
  });
}
