import {
  AlignmentType,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
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
          cellOf([[{ text: column.head }]], column, widths[index] ?? 0, 'TableHead'),
        ),
      }),
      ...rows.map((row) => rowOf(row, columns, widths)),
    ],
  });
}

function rowOf(row: Row, columns: readonly Column[], widths: readonly number[]): TableRow {
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
  const length = row.cells.flat(2).reduce((sum, { text }) => sum + text.length, 0);
  return new TableRow({
    cantSplit: length <= LONG,
    children: columns.map((column, index) =>
      cellOf(row.cells[index] ?? [], column, widths[index] ?? 0, 'TableText'),
    ),
  });
}

function cellOf(lines: Line[], { align }: Column, width: number, style: string): TableCell {
  const options = { style, ...(align !== undefined && { alignment: ALIGNED[align] }) };
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
export function factsOf({ facts }: Extract<Block, { kind: 'facts' }>, width: number): Table {
  const widths = [Math.floor(width * NAMES), Math.floor(width * (1 - NAMES))];
  return new Table({
    ...{ layout: TableLayoutType.FIXED, columnWidths: widths, borders: TableBorders.NONE },
    tableLook: { ...LOOK, firstRow: false, firstColumn: true },
    width: { size: width, type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 0, right: 110 },
    rows: facts.map(
      ({ name, lines }) =>
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({ children: [new Paragraph({ text: written(name), style: 'Note' })] }),
            new TableCell({
              children: lines.map((text) => paragraphOf([{ text }], { style: 'TableText' })),
            }),
          ],
        }),
    ),
  });
}
