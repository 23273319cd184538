import 'server-only';
import Papa from 'papaparse';
import { plural } from './domain/labels';
import { done, failed, type Result } from './errors';

type TableSpec<Column extends string> = {
  /** In small letters; the first has to be there. */
  columns: readonly [Column, ...Column[]];
  /** What is said where the first column is not named. */
  needs: string;
  /** What a line is, in the singular. */
  what: string;
  most: number;
};

export type TableRow<Column extends string> = { line: number; cells: Record<Column, string> };

/**
 * A list as people paste it: CSV with any usual delimiter whose first line names the columns, in any order and letter case. What a line
 * leaves out is empty. Fails at the field `csv` with what is wrong and where.
 */
export function readTable<const Column extends string>(
  csv: string,
  { columns, needs, what, most }: TableSpec<Column>,
): Result<TableRow<Column>[]> {
  const { data, errors, meta } = Papa.parse<Record<string, string | undefined>>(csv.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (header) => header.trim().toLowerCase(),
  });
  const fault = (message: string) => failed('invalid', message, { fields: { csv: message } });
  const fields = meta.fields ?? [];
  if (!fields.includes(columns[0])) return fault(needs);
  const strange = fields.find((field) => field !== '' && !columns.some((column) => column === field));
  if (strange !== undefined)
    return fault(`There is no column “${strange}”; there are ${columns.join(', ')}.`);
  // A list of names alone has no delimiter to detect, and what a line leaves out at its end is empty.
  const quote = errors.find(({ type }) => type === 'Quotes');
  if (quote !== undefined) return fault('A field that begins with a quote does not end with one.');
  const long = errors.find(({ code }) => code === 'TooManyFields');
  if (long !== undefined)
    return fault(`Line ${(long.row ?? 0) + 2} has more fields than the first line names.`);
  if (data.length === 0) return fault(`There is no ${what} under the first line.`);
  if (data.length > most)
    return fault(
      `${plural(data.length, what)} are more than the ${most.toLocaleString('en')} that one list may have.`,
    );
  return done(
    data.map((row, index) => ({
      line: index + 2,
      cells: Object.fromEntries(columns.map((column) => [column, row[column] ?? ''])) as Record<
        Column,
        string
      >,
    })),
  );
}
