import { expect, test } from '@playwright/test';
import ExcelJS from 'exceljs';
import { expectAccessible, startDraft } from './support';

/** The answer sheet as somebody filled it in: a rung in the second line, and something that is no answer in the third. */
async function filledIn(sheet: Buffer): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(sheet as unknown as ExcelJS.Buffer);
  const [answers] = workbook.worksheets;
  if (answers === undefined) throw new Error('the workbook has no sheet');
  const heads = answers.getRow(1).values as string[];
  answers.getRow(2).getCell(heads.indexOf('Answer')).value = 3;
  answers.getRow(3).getCell(heads.indexOf('Answer')).value = 'perhaps';
  answers.getRow(4).getCell(heads.indexOf('Answer')).value = 1;
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    test('a workbook that was filled in offline is shown line by line, and what is ticked is taken over', async ({
      page,
    }) => {
      const { address } = await startDraft(page, {
        organisation: `Offline ${javaScriptEnabled}`,
        team: 'Train',
        without: ['Microsoft', 'Google'],
      });
      await page.goto(`${address}/setup`);
      await page.getByRole('link', { name: 'Answers from a file' }).click();
      const sheet = await page.request.get(`${address}/sheet`);
      const buffer = await filledIn(await sheet.body());
      const mimeType = sheet.headers()['content-type'] ?? '';
      await page
        .getByLabel('Answer sheet or assessment file')
        .setInputFiles({ name: 'a.xlsx', mimeType, buffer });
      await page.getByRole('button', { name: 'Look at it, write nothing' }).click();
      await expect(
        page.getByText(/^Nothing is written yet: 2 new, 0 that differ, 0 as they are, 1 refused/),
      ).toBeVisible();
      await expect(page.getByText('“perhaps” is no answer')).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole('checkbox').last().uncheck();
      await page.getByRole('button', { name: 'Take over what is ticked' }).click();
      await expect(page.getByText('1 line taken over.')).toBeVisible();
      await page.getByRole('link', { name: 'Back to the answers' }).click();
      await expect(
        page
          .getByText(/^1 of \d+ answered/)
          .filter({ visible: true })
          .first(),
      ).toBeVisible();
    });
  });
