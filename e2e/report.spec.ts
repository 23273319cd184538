import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { readPdf } from '../lib/pdf/read-pdf';
import { demoUrl, enter, expectAccessible } from './support';

const ASSESSMENT = '/harbour-bank/assessments/claims-triage-q4-2026';
const FRAUD_SCORING = '/harbour-bank/assessments/fraud-scoring-q4-2026';

async function taken(page: Page, link: string): Promise<{ name: string; bytes: Buffer }> {
  const waits = page.waitForEvent('download');
  await page.getByRole('link', { name: link, exact: true }).first().click();
  const file = await waits;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** The numbers of a text, without those within a hash: `3`, `41–47 %`, `8–9 of 15`, `2026.1`. */
const numbersIn = (text: string): Set<string> =>
  new Set(
    text
      .replaceAll(/\s+/g, ' ')
      .match(/(?<!\w)\d+(?:[.,–]\d+)*(?: ?%| of \d+(?:[.,–]\d+)*)?(?!\w)/g)
      ?.map((number) => number.replaceAll(' ', '')),
  );

/** Changes a level in the file of a report, as somebody might who does not like it. */
function forged(json: Buffer): Buffer {
  const report = JSON.parse(json.toString()) as {
    document: { report: { models: { level: { certain: string } }[] } };
  };
  const [first] = report.document.report.models;
  if (first !== undefined) first.level.certain = 'Scalable';
  return Buffer.from(JSON.stringify(report));
}

test('a consultant writes findings, chooses parts, issues a report, hands it over, and anybody can check it', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  await enter(page, 'consultant');

  await page.goto(`${demoUrl()}${ASSESSMENT}/findings`, { waitUntil: 'networkidle' });
  await page.getByText('Start from one of 3 phrases').click();
  await page.getByRole('link', { name: 'Drift would be seen by a customer first' }).click();
  await expect(page.getByLabel('Headline')).toHaveValue('Drift would be seen by a customer first');
  await page.getByRole('button', { name: 'Add the finding' }).click();
  await expect(page.getByText('The finding is saved.')).toBeVisible();
  await page.getByLabel('Headline').fill('Nobody owns the features');
  await page.getByLabel('What was found').fill('Seen in **three** interviews.');
  await page.getByLabel('What shows it').fill('Minutes');
  await page.getByLabel('Address').fill('javascript:alert(1)');
  await page.getByText('Capabilities it is about').click();
  await page.getByRole('checkbox', { name: 'Rollback' }).check();
  await page.getByRole('button', { name: 'Add the finding' }).click();
  await expect(page.getByText('expected an http:// or https:// address')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Rollback' })).toBeChecked();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await expect(page.getByLabel('What was found')).toHaveValue('Seen in **three** interviews.');
  await page.getByLabel('Address').fill('https://harbour.example/minutes');
  await page.getByRole('button', { name: 'Add the finding' }).click();
  await page.getByRole('button', { name: 'Up Nobody owns the features' }).click();
  await expect(page.getByText('The order is saved.')).toBeVisible();
  await expectAccessible(page);

  await page.goto(`${demoUrl()}${ASSESSMENT}/report`, { waitUntil: 'networkidle' });
  await page.getByLabel('Title').fill('Where Claims stands');
  await page.getByRole('button', { name: 'Set it up' }).click();
  await expect(page.getByRole('heading', { name: 'Where Claims stands' })).toBeVisible();
  await page.getByLabel('In the name of').selectOption('northgate-advisory');
  await page.getByRole('checkbox', { name: 'Statements' }).uncheck();
  await page.getByLabel('Place of Findings').fill('2');
  await page.getByLabel('In place of the computed sentences').fill('In *our* words.');
  await page.getByLabel('Distribution list').fill('Piet Vermeer');
  await page.getByRole('button', { name: 'Save the settings' }).click();
  await expect(page.getByText('The settings are saved.')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Issue draft 0.1' }).click();
  await expect(page.getByText('The report is issued.')).toBeVisible();
  await page.getByRole('button', { name: 'Issue final 1.0' }).click();
  await expect(page.getByText('What is different from final 1.0')).toBeVisible();
  await page.getByRole('button', { name: 'Issue final 1.1' }).click();
  await expect(page.getByText('say what is different from final 1.0')).toBeVisible();

  const pdf = await taken(page, 'PDF of final 1.0');
  expect(pdf.name).toContain('Where Claims stands - final 1.0');
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  for (const format of ['Word', 'Slides', 'Excel'])
    expect((await taken(page, `${format} of final 1.0`)).bytes.subarray(0, 2).toString()).toBe('PK');
  expect((await taken(page, 'Markdown of final 1.0')).bytes.toString()).toMatch(/In [*_]?our[*_]? words\./);
  const json = await taken(page, 'JSON of final 1.0');

  await page.getByRole('link', { name: 'Share by link final 1.0' }).click();
  await page.getByLabel('What the link is for').fill('Steering committee');
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = (await page.getByRole('status').locator('code').textContent()) ?? '';
  const reader = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await reader.goto(link);
  await expect(reader.getByRole('heading', { name: 'Where Claims stands' })).toBeVisible();
  await expect(reader.getByText('Summary by Noor Haddad')).toBeVisible();
  await expect(reader.getByRole('heading', { name: 'Nobody owns the features' })).toBeVisible();
  await expectAccessible(reader);
  expect((await taken(reader, 'PDF')).bytes.equals(pdf.bytes)).toBe(true);
  const shown = numbersIn(await reader.getByRole('main').innerText());
  expect(shown.size).toBeGreaterThan(50);
  const printed = numbersIn((await readPdf(pdf.bytes)).text);
  expect([...shown].filter((number) => !printed.has(number))).toEqual([]);

  await reader.goto(`${demoUrl()}/verify`, { waitUntil: 'networkidle' });
  const check = async (name: string, buffer: Buffer) => {
    await reader.getByLabel('Report as JSON').setInputFiles({ name, mimeType: 'application/json', buffer });
    await reader.getByRole('button', { name: 'Check it' }).click();
  };
  await check('report.json', json.bytes);
  await expect(reader.getByText(/^Unchanged:/)).toBeVisible();
  await expect(reader.getByText(/^Issued here:/)).toBeVisible();
  await expect(reader.getByText(/give every figure that the report states/)).toBeVisible();
  await expectAccessible(reader);
  await check('forged.json', forged(json.bytes));
  await expect(reader.getByText(/^Changed:/)).toBeVisible();
  await expect(reader.getByRole('rowheader', { name: 'report.models.aws.level.certain' })).toBeVisible();
  await check('answers.json', Buffer.from('{"rungs":1}'));
  await expect(reader.getByText(/expected "report"/)).toBeVisible();
});

test('what is not ticked stays so when a report’s settings are refused', async ({ page }) => {
  await enter(page, 'team');
  await page.goto(`${demoUrl()}${FRAUD_SCORING}/report/fraud-scoring-report`, { waitUntil: 'networkidle' });
  const ticked = page.getByRole('checkbox', { checked: true });
  const findings = page.getByRole('group', { name: 'Findings in it' }).getByRole('checkbox');
  await expect(findings).not.toHaveCount(0);
  while ((await ticked.count()) > 0) await ticked.first().uncheck();
  await page.getByRole('button', { name: 'Save the settings' }).click();
  await expect(page.getByText('choose at least one part')).toBeVisible();
  await expect(ticked).toHaveCount(0);

  await findings.last().check();
  await page.getByRole('button', { name: 'Save the settings' }).click();
  await expect(page.getByText('choose at least one part')).toBeVisible();
  await expect(findings.last()).toBeChecked();
  await expect(ticked).toHaveCount(1);
});

test('a member who may not issue a final sees no button for it, and somebody else’s report is not found', async ({
  page,
}) => {
  await enter(page, 'team');
  await page.goto(`${demoUrl()}${FRAUD_SCORING}/report/fraud-scoring-report`);
  await expect(page.getByRole('button', { name: /^Issue draft/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Issue final/ })).toHaveCount(0);
  const other = await page.goto(`${demoUrl()}${ASSESSMENT}/report/fraud-scoring-report`);
  expect(other?.status()).toBe(404);
});
