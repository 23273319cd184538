import type { Cell, Row, Workbook, Worksheet } from 'exceljs';

/** How a column is shown. A day comes as an ISO date, a share between 0 and 1; an effort may have a half. */
export type Kind = 'text' | 'number' | 'effort' | 'day' | 'share';

export type Column = { head: string; kind: Kind; width?: number };

export type Value = string | number | null;

const FORMATS: Record<Kind, string> = {
  text: '@',
  number: '0',
  effort: '0.0',
  day: 'yyyy-mm-dd',
  share: '0%',
};
const WIDTHS: Record<Kind, number> = { text: 18, number: 12, effort: 12, day: 12, share: 12 };

export const text = (head: string, width?: number): Column => ({
  head,
  kind: 'text',
  ...(width && { width }),
});
export const number = (head: string): Column => ({ head, kind: 'number' });
export const share = (head: string): Column => ({ head, kind: 'share' });

export const day = (head: string): Column => ({ head, kind: 'day' });
export const effort = (head: string): Column => ({ head, kind: 'effort' });

type InSight = { rows: number; columns: number };

/** A sheet that prints on pages of its width. What stays in sight has to be said here where the workbook is streamed. */
export const newSheet = (workbook: Workbook, name: string, inSight?: InSight): Worksheet =>
  workbook.addWorksheet(name, {
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    ...(inSight && { views: viewsOf(inSight) }),
  });

/** Keeps rows and columns in sight where the rest is scrolled. */
export function keepInSight(sheet: Worksheet, inSight: InSight): void {
  sheet.views = viewsOf(inSight);
}

const viewsOf = ({ rows, columns }: InSight): Worksheet['views'] => [
  { state: 'frozen', xSplit: columns, ySplit: rows },
];

// No XML has these, and a workbook with one is said to be broken. The end of a line may stand in a cell.
const NO_XML = /(?!\n)[\p{Cc}\ufffe\uffff]/gu;

/** A text as it may stand in a workbook. ExcelJS makes a formula of an object alone, never of a text that begins like one. */
const plain = (text: string): string => text.toWellFormed().replaceAll(NO_XML, ' ');

/** A line of text over the table, bold where it is a heading. */
export function addLine(sheet: Worksheet, text: string, heading = false): void {
  const row = sheet.addRow([plain(text)]);
  if (heading) row.font = { bold: true };
}

/** Heads and rows below what is there already; gives the row of the heads. */
export function addTable(
  sheet: Worksheet,
  columns: readonly Column[],
  rows: readonly (readonly Value[])[],
): number {
  const heads = addHeads(sheet, columns);
  for (const values of rows) addValues(sheet.addRow([]), columns, values);
  return heads.number;
}

/** A table that fills its sheet in a streamed workbook: a row leaves the memory as soon as it is written, before the next one is asked for. */
export async function streamTable(
  sheet: Worksheet,
  columns: readonly Column[],
  rows: AsyncIterable<readonly Value[]>,
): Promise<void> {
  addHeads(sheet, columns).commit();
  let written = 0;
  for await (const values of rows) {
    const row = sheet.addRow([]);
    addValues(row, columns, values);
    row.commit();
    written += 1;
  }
  filterColumns(sheet, columns, written);
}

function addHeads(sheet: Worksheet, columns: readonly Column[]): Row {
  for (const [index, { kind, width }] of columns.entries()) {
    const column = sheet.getColumn(index + 1);
    column.width = Math.max(column.width ?? 0, width ?? WIDTHS[kind]);
  }
  const heads = sheet.addRow(columns.map(({ head }) => plain(head)));
  heads.font = { bold: true };
  heads.alignment = { wrapText: true, vertical: 'bottom' };
  heads.border = { bottom: { style: 'thin' } };
  return heads;
}

function filterColumns(sheet: Worksheet, columns: readonly Column[], rows: number): void {
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows + 1, column: columns.length } };
}

/** A table that fills its sheet: the heads stay in sight, and each column can be filtered. */
export function fillSheet(
  sheet: Worksheet,
  columns: readonly Column[],
  rows: readonly (readonly Value[])[],
): void {
  addTable(sheet, columns, rows);
  keepInSight(sheet, { rows: 1, columns: 1 });
  filterColumns(sheet, columns, rows.length);
}

function addValues(row: Row, columns: readonly Column[], values: readonly Value[]): void {
  for (const [index, value] of values.entries()) {
    const kind = columns[index]?.kind ?? 'text';
    if (value !== null) setValue(row.getCell(index + 1), kind, value);
  }
}

function setValue(cell: Cell, kind: Kind, value: string | number): void {
  cell.numFmt = FORMATS[kind];
  if (typeof value === 'number') cell.value = value;
  else cell.value = kind === 'day' ? new Date(`${value}T00:00:00Z`) : plain(value);
}

/** The ramp of the screen on white; the digit is in the cell. */
const TINTS = ['FFECEFEC', 'FFC3D9D3', 'FF86B5AB', 'FF2F7D72', 'FF0F4A43'];

export function tint(cell: Cell, share: number): void {
  const step = Math.min(4, Math.floor(share * 5));
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: TINTS[step] ?? 'FFFFFFFF' } };
  cell.font = { color: { argb: step > 2 ? 'FFFFFFFF' : 'FF1B1E1D' } };
}
