import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import readWorkbook from 'read-excel-file/node';
import { day, newSheet, number, share, streamTable, text, type Value } from './sheet';

const COLUMNS = [text('Team'), day('Answers of'), number('To go'), share('Share')];

async function streamed(rows: readonly (readonly Value[])[]) {
  const stream = new PassThrough();
  const written = buffer(stream);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  await streamTable(newSheet(workbook, 'Teams', { rows: 1, columns: 1 }), COLUMNS, Readable.from(rows));
  await workbook.commit();
  return written;
}

test('a streamed table of many rows is read back by another program as it was written', async () => {
  const rows = Array.from({ length: 1_000 }, (_, index) => [
    `=Team\u0000 ${index}`,
    '2026-10-01',
    index % 3 === 0 ? null : index,
    0.25,
  ]);
  const [sheet] = await readWorkbook(await streamed(rows));
  expect(sheet?.data).toEqual([
    ['Team', 'Answers of', 'To go', 'Share'],
    ...rows.map(([, , toGo], index) => [`=Team  ${index}`, new Date('2026-10-01T00:00:00Z'), toGo, 0.25]),
  ]);
});

test('a streamed table keeps its heads and names in sight and can be filtered, and no row is one that Excel would run', async () => {
  const workbook = new ExcelJS.Workbook();
  const file = await streamed([['=1+1', null, 2, 0.5]]);
  await workbook.xlsx.load(new Uint8Array(file).buffer);
  const sheet = workbook.getWorksheet('Teams');
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 1 });
  expect(sheet?.autoFilter).toBe('A1:D2');
  expect(sheet?.getCell('A2').formula).toBeUndefined();
  expect(sheet?.getCell('D2').numFmt).toBe('0%');
  expect(sheet?.getColumn(1).width).toBe(18);
});
