import ExcelJS from 'exceljs';
import { domainOrder } from '../domain/answering-order';
import type { Said } from '../domain/merge-answers';
import { realContent } from '../domain/testing';
import { MODEL_IDS } from '../domain/vocabulary';
import { answerSheetXlsx, HEADS } from './answer-sheet-xlsx';
import { readAnswerSheet } from './read-answer-sheet';

const content = realContent();
const capabilities = new Map(content.capabilities.map((each) => [each.id, each]));
const [first, second, third] = domainOrder(content, MODEL_IDS).flatMap((group) => group.capabilities);
const lastColumn = 13;

const sheet = (said: Record<string, Said> = {}) =>
  answerSheetXlsx({
    ...{ title: 'Fraud scoring · Q4', edition: content.edition.version, capabilities },
    groups: domainOrder(content, MODEL_IDS),
    said: new Map(Object.entries(said)),
    stampedAt: new Date('2026-12-01T09:30:00Z'),
  });

/** The sheet as somebody changed it in a spreadsheet program. */
async function changed(change: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await sheet()) as unknown as ExcelJS.Buffer);
  const found = workbook.worksheets[0];
  if (found === undefined) throw new Error('no sheet');
  change(found);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const head = (found: ExcelJS.Worksheet, words: string): number => {
  for (let at = 1; at <= lastColumn; at += 1) if (found.getRow(1).getCell(at).value === words) return at;
  throw new Error(`no column ${words}`);
};

const fill = (
  found: ExcelJS.Worksheet,
  row: number,
  cells: Partial<Record<keyof typeof HEADS, ExcelJS.CellValue>>,
) => {
  for (const [field, value] of Object.entries(cells))
    found.getRow(row).getCell(head(found, HEADS[field as keyof typeof HEADS])).value = value ?? null;
};

async function arrivingOf(bytes: Uint8Array) {
  const read = await readAnswerSheet(bytes);
  if (!read.ok) throw new Error(read.message);
  return read.arriving;
}

test('what was answered stands in the sheet, and comes back as it was', async () => {
  const said: Record<string, Said> = {
    [String(first)]: { choice: { rung: 3 }, note: '=1+1', evidence: [] },
    [String(second)]: { choice: { unknown: true }, note: null, evidence: [] },
    [String(third)]: { choice: { notApplicable: true, reason: 'batch only' }, note: null, evidence: [] },
  };
  const { answers, refused } = await arrivingOf(await sheet(said));
  expect(refused).toEqual([]);
  expect(answers).toEqual([
    { line: 2, capability: first, said: said[String(first)] },
    { line: 3, capability: second, said: said[String(second)] },
    { line: 4, capability: third, said: said[String(third)] },
  ]);
});

test('an empty sheet brings nothing', async () => {
  expect(await arrivingOf(await sheet())).toEqual({ answers: [], statements: [], refused: [] });
});

test('it is read by heads and keys, wherever the columns went and in whatever order the lines are', async () => {
  const bytes = await changed((found) => {
    fill(found, 3, { answer: 2, evidence: 'Runbook', address: 'https://example.org/r' });
    found.spliceColumns(1, 1);
    found.spliceColumns(1, 0, [], []);
    found.spliceRows(2, 1);
    found.spliceRows(1, 0, ['filled in by Ben']);
  });
  const { answers } = await arrivingOf(bytes);
  expect(answers).toEqual([
    {
      ...{ line: 3, capability: second },
      said: {
        ...{ choice: { rung: 2 }, note: null },
        evidence: [{ title: 'Runbook', url: 'https://example.org/r' }],
      },
    },
  ]);
});

test.each<[string, Partial<Record<keyof typeof HEADS, ExcelJS.CellValue>>, string]>([
  ['a rung out of range', { answer: 5 }, "“5” is no answer: 0 to 4, don't know, or not applicable"],
  ['half a rung', { answer: 2.5 }, "“2.5” is no answer: 0 to 4, don't know, or not applicable"],
  [
    'a formula',
    { answer: { formula: '1+1', result: 2 } },
    '“Answer” is a formula or an error; enter what it says',
  ],
  ['an error', { note: { error: '#REF!' } }, '“Why, or a note” is a formula or an error; enter what it says'],
  [
    'not applicable without a reason',
    { answer: 'not applicable' },
    '“not applicable” needs a reason in “Why, or a note”',
  ],
  [
    'an address of another scheme',
    { evidence: 'x', address: 'javascript:alert(1)' },
    '“javascript:alert(1)” is no http:// or https:// address',
  ],
  [
    'an address without a name',
    { address: 'https://example.org' },
    'an address needs “Evidence: what it is” beside it',
  ],
  ['a note that is too long', { note: 'x'.repeat(4_001) }, '1 too many: at most 4,000 characters are stored'],
])('%s refuses its line alone', async (_, cells, words) => {
  const { answers, refused } = await arrivingOf(
    await changed((found) => {
      fill(found, 2, cells);
      fill(found, 3, { answer: '4' });
    }),
  );
  expect(refused).toEqual([{ line: 2, subject: first, words }]);
  expect(answers).toMatchObject([{ line: 3, capability: second, said: { choice: { rung: 4 } } }]);
});

test.each<[string, (found: ExcelJS.Worksheet) => void, string]>([
  [
    'the keys',
    (found) => found.spliceColumns(head(found, HEADS.key), 1),
    'There is no column “Key”, by which the lines are told apart.',
  ],
  [
    'the answers',
    (found) => found.spliceColumns(head(found, HEADS.answer), 1),
    'There is no column “Answer”.',
  ],
])('a sheet without %s is refused as a whole', async (_, change, message) => {
  expect(await readAnswerSheet(await changed(change))).toEqual({ ok: false, message });
});

test('what is no workbook, or was cut off, is refused', async () => {
  const message = 'This is no workbook that can be read, or it is damaged or cut off.';
  const whole = await sheet();
  for (const bytes of [new Uint8Array([1, 2, 3]), whole.slice(0, whole.length / 2)])
    expect(await readAnswerSheet(bytes)).toEqual({ ok: false, message });
});
