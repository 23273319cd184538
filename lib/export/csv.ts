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

/** A table as CSV: comma, quotes where needed, CRLF. */
export function csvText(
  fields: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  { forSpreadsheet = true }: CsvOptions = {},
): string {
  const data = rows.map((row) =>
    row.map((value) => (typeof value === 'string' ? value.toWellFormed() : value)),
  );
  const csv = Papa.unparse({ fields: [...fields], data }, forSpreadsheet ? { escapeFormulae: FORMULA } : {});
  return forSpreadsheet ? BYTE_ORDER_MARK + csv : csv;
}
