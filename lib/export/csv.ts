import Papa from 'papaparse';

/** Without it Excel takes UTF-8 for the code page of the machine. */
const BYTE_ORDER_MARK = '\uFEFF';

/** What a spreadsheet may take for a formula, also after a space or a line end, and in full width; such a text gets an apostrophe. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/**
 * A tracker shows the apostrophe and may take the byte order mark for a part of the first head: `forSpreadsheet: false` leaves both away,
 * for a file that goes from here to the tracker and is opened by nobody.
 */
export type CsvOptions = { forSpreadsheet?: boolean };

type Row = readonly (string | number)[];

/** A table as CSV: comma, quotes where needed, CRLF. */
export function csvText(
  fields: readonly string[],
  rows: readonly Row[],
  { forSpreadsheet = true }: CsvOptions = {},
): string {
  const data = rows.map(wellFormed);
  const csv = Papa.unparse({ fields: [...fields], data }, forSpreadsheet ? { escapeFormulae: FORMULA } : {});
  return forSpreadsheet ? BYTE_ORDER_MARK + csv : csv;
}

/** The beginning of a table for a spreadsheet that is too long to be written at once; `csvRows` goes on. */
export const csvHead = (fields: readonly string[]): string => BYTE_ORDER_MARK + csvRows([fields]);

/** Some rows of such a table, each with its end. */
export const csvRows = (rows: readonly Row[]): string =>
  rows.length === 0 ? '' : `${Papa.unparse(rows.map(wellFormed), { escapeFormulae: FORMULA })}\r\n`;

const wellFormed = (row: Row): (string | number)[] =>
  row.map((value) => (typeof value === 'string' ? value.toWellFormed() : value));
