import ExcelJS, { type CellValue, type Row, type Worksheet } from 'exceljs';
import { LIMITS } from '../domain/limits';
import type { Arriving, Said } from '../domain/merge-answers';
import { isWebAddress, textProblem } from '../domain/plain-text';
import type { Choice } from '../domain/schema/answers';
import type { Rung } from '../domain/vocabulary';
import { ANSWERS_SHEET, DONT_KNOW, HEADS, NOT_APPLICABLE } from './answer-sheet-xlsx';

export type ReadSheet = { ok: true; arriving: Arriving } | { ok: false; message: string };

/** More than any content has, so that a sheet of a million lines is not read to its end. */
const MOST_ROWS = 1_000;

type Field = keyof typeof HEADS;
type Columns = Record<Field, number>;

/** Reads a filled-in answer sheet: columns by their heads, lines by their keys. A line that cannot be read is refused by itself. */
export async function readAnswerSheet(bytes: Uint8Array): Promise<ReadSheet> {
  const workbook = new ExcelJS.Workbook();
  try {
    // ExcelJS declares a Buffer of its own and takes any bytes.
    await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  } catch {
    return { ok: false, message: 'This is no workbook that can be read, or it is damaged or cut off.' };
  }
  const sheet = workbook.getWorksheet(ANSWERS_SHEET) ?? workbook.worksheets[0];
  if (sheet === undefined) return { ok: false, message: 'The workbook has no sheet.' };
  const found = columnsOf(sheet);
  if (typeof found === 'string') return { ok: false, message: found };
  if (sheet.rowCount > MOST_ROWS)
    return { ok: false, message: `The sheet has more than ${MOST_ROWS.toLocaleString('en')} lines.` };
  const answers: Arriving['answers'][number][] = [];
  const refused: Arriving['refused'][number][] = [];
  sheet.eachRow((row, line) => {
    if (line <= found.line) return;
    const read = readRow(row, found.columns);
    if (read === null) return;
    if ('words' in read) refused.push({ line, ...read });
    else answers.push({ line, ...read });
  });
  return { ok: true, arriving: { answers, statements: [], refused } };
}

/** Where the heads stand; a sentence where one is missing or stands twice. */
function columnsOf(sheet: Worksheet): { line: number; columns: Columns } | string {
  for (let line = 1; line <= Math.min(10, sheet.rowCount); line += 1) {
    const heads = new Map<string, number[]>();
    sheet.getRow(line).eachCell((cell, column) => {
      const head = plain(cell.value);
      if (head !== null) heads.set(head.toLowerCase(), [...(heads.get(head.toLowerCase()) ?? []), column]);
    });
    if (!heads.has(HEADS.key.toLowerCase())) continue;
    const columns: Partial<Columns> = {};
    for (const [field, head] of Object.entries(HEADS) as [Field, string][]) {
      const at = heads.get(head.toLowerCase()) ?? [];
      if (at.length > 1) return `The column “${head}” stands twice.`;
      if (at[0] !== undefined) columns[field] = at[0];
      else if (field === 'answer') return `There is no column “${head}”.`;
      // A column that somebody took out is as if nothing stood in it.
      else columns[field] = 0;
    }
    return { line, columns: columns as Columns };
  }
  return `There is no column “${HEADS.key}”, by which the lines are told apart.`;
}

type ReadRow = { capability: string; said: Said } | { subject: string; words: string } | null;

function readRow(row: Row, columns: Columns): ReadRow {
  const cell = (field: Field) => (columns[field] === 0 ? null : row.getCell(columns[field]).value);
  const key = plain(cell('key'));
  const fields = ['answer', 'note', 'evidence', 'address'] as const;
  const filled = fields.filter((field) => cell(field) !== null);
  if (filled.length === 0) return null;
  if (key === null) return { subject: '', words: `has an answer and no “${HEADS.key}”` };
  const formula = filled.find((field) => plain(cell(field)) === null);
  if (formula !== undefined)
    return { subject: key, words: `“${HEADS[formula]}” is a formula or an error; enter what it says` };
  const [answer, note, title, url] = fields.map((field) => (plain(cell(field)) ?? '').trim());
  const read = readSaid({ answer: answer ?? '', note: note ?? '', title: title ?? '', url: url ?? '' });
  if (typeof read === 'string') return { subject: key, words: read };
  const nothing = read.choice === null && read.note === null && read.evidence.length === 0;
  return nothing ? null : { capability: key.trim(), said: read };
}

type Texts = { answer: string; note: string; title: string; url: string };

/** What the cells of a line say, or why they cannot be taken. */
function readSaid({ answer, note, title, url }: Texts): Said | string {
  const choice = choiceOf(answer, note);
  if (typeof choice === 'string') return choice;
  const reason = choice !== null && 'notApplicable' in choice;
  const long =
    textProblem(note, reason ? LIMITS.reason : LIMITS.note) ??
    textProblem(title, LIMITS.title) ??
    textProblem(url, LIMITS.url);
  if (long !== null) return long;
  if (url !== '' && title === '') return `an address needs “${HEADS.evidence}” beside it`;
  if (url !== '' && !isWebAddress(url)) return `“${url.slice(0, 60)}” is no http:// or https:// address`;
  return {
    choice,
    note: reason || note === '' ? null : note,
    evidence: title === '' ? [] : [{ title, ...(url === '' ? {} : { url }) }],
  };
}

function choiceOf(answer: string, note: string): Choice | null | string {
  const said = answer.toLowerCase().replaceAll('’', "'");
  if (said === '') return null;
  if (/^[0-4]$/.test(said)) return { rung: Number(said) as Rung };
  if ([DONT_KNOW, 'dont know', 'not known', '?'].includes(said)) return { unknown: true };
  if ([NOT_APPLICABLE, 'n/a', 'na'].includes(said))
    return note === ''
      ? `“${NOT_APPLICABLE}” needs a reason in “${HEADS.note}”`
      : { notApplicable: true, reason: note };
  return `“${answer.slice(0, 40)}” is no answer: 0 to 4, ${DONT_KNOW}, or ${NOT_APPLICABLE}`;
}

/** The text of a cell; `null` for what is empty, and for formulas and errors, whose result may be of another day. */
function plain(value: CellValue): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return String(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value && 'text' in value) return plain(value.text);
  return null;
}
