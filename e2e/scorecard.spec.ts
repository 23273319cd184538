import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import Papa from 'papaparse';
import readWorkbook from 'read-excel-file/node';
import { readPdf } from '../lib/pdf/read-pdf';
import { demoUrl, enter, expectAccessible } from './support';

const at = (path: string) => `${demoUrl()}/harbour-bank${path}`;

const PAGES = [
  '',
  '?unit=risk-and-fraud',
  '/scorecard/teams',
  '/scorecard/teams?order=share&named=fraud&level=below',
  '/scorecard/trend',
  '/scorecard/roles',
  '/scorecard/decisions',
  '/scorecard/coverage',
];

test('the executive’s door lands on one page that says where the teams stand, are weak and what holds them', async ({
  page,
}) => {
  await enter(page, 'executive');
  expect(new URL(page.url()).pathname).toBe('/harbour-bank');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Harbour Bank: machine learning teams');
  for (const name of [
    'Where we stand',
    'Where we are weak',
    'What holds back most teams',
    'What it will take',
    'How sure?',
  ])
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
  await expect(
    page.getByRole('table', { name: 'Teams by level, and their way to the target' }),
  ).toBeVisible();
  await expect(page.getByText(/^from the plans of \d+ of 24 teams/)).toBeVisible();
  await expect(page.getByRole('heading', { level: 3, name: 'Decisions wanted from you' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Units and domains' }).getByRole('row')).toHaveCount(6);
});

test('on a laptop the executive’s page fits one screen', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await enter(page, 'executive');
  const bottom = await page
    .locator('section', { has: page.getByRole('heading', { name: 'How sure?' }) })
    .evaluate((section) => section.getBoundingClientRect().bottom + window.scrollY);
  expect(bottom).toBeLessThanOrEqual(900);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('everything is there to read, one goes down into a unit and back, and on to the details', async ({
    page,
  }) => {
    await enter(page, 'executive');
    await page.getByRole('link', { name: 'Retail banking' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Retail banking: machine learning teams',
    );
    await expect(page.getByText('7 of 8 teams finished')).toBeVisible();
    await page
      .getByRole('navigation', { name: 'Units above' })
      .getByRole('link', { name: 'Harbour Bank' })
      .click();
    await expect(page.getByText('21 of 24 teams finished')).toBeVisible();
    await page.getByRole('link', { name: 'trend', exact: true }).click();
    await expect(page.getByRole('table').first()).toContainText('Q4 2026');
    await page.goBack();
    await page.getByRole('link', { name: 'coverage', exact: true }).click();
    await expect(page.getByRole('main')).toContainText('21 of 24');
    await page.goBack();
    await page.getByRole('link', { name: 'teams', exact: true }).click();
    await expect(page.getByRole('status')).toHaveText('21 teams');
    await page.getByRole('link', { name: 'Share' }).click();
    await expect(page).toHaveURL(/order=share/);
  });

  test('teams are ticked by the keyboard for a report of these alone, and no tick does not mean all', async ({
    page,
  }) => {
    await enter(page, 'executive');
    await page.goto(at('/scorecard/teams?order=name'));
    const boxes = page.getByRole('region', { name: 'Teams and levels' }).getByRole('checkbox');
    await expect(boxes).toHaveCount(21);
    const names = [];
    for (const index of [0, 3]) {
      const box = boxes.nth(index);
      await box.focus();
      await page.keyboard.press('Space');
      await expect(box).toBeChecked();
      names.push((await box.getAttribute('aria-label'))?.replace(/ in the report$/, '') ?? '');
    }
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Take the report of these teams' }).press('Enter'),
    ]);
    expect(download.suggestedFilename()).toMatch(/^Harbour Bank - 2 chosen teams.*\.pdf$/);
    const { pages, text } = await readPdf(new Uint8Array(await readFile(await download.path())));
    expect(pages[1]).toContain('2 of 2 teams finished');
    for (const name of names) expect(text).toContain(name);
    for (const index of [0, 3]) await boxes.nth(index).uncheck();
    await page.getByRole('button', { name: 'on Letter' }).click();
    await expect(page.getByText('No team is ticked.')).toBeVisible();
  });
});

test('the list of teams is filtered and sorted by its address, and absurd ones do no harm', async ({
  page,
}) => {
  await enter(page, 'executive');
  const rows = page.getByRole('region', { name: 'Teams and levels' }).getByRole('row');
  await page.goto(at('/scorecard/teams?unit=insurance&order=name'));
  await expect(rows).toHaveCount(5);
  await page.goto(at('/scorecard/teams?named=FRAUD'));
  await expect(rows.filter({ hasText: 'Fraud scoring' })).toHaveCount(1);
  for (const query of [
    'page=99999999999999999999',
    'page=-1',
    'page=NaN&order=__proto__',
    'order=name&order=date',
    `named=${'x'.repeat(2000)}`,
    'named=%25_%27%22%3Cscript%3E',
    'level=nonsense',
  ]) {
    const answer = await page.goto(at(`/scorecard/teams?${query}`));
    expect(answer?.status(), query).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Teams and levels/);
  }
  for (const path of ['?unit=nowhere', '/scorecard/teams?unit=nowhere', '/scorecard/trend?unit=nowhere'])
    expect((await page.goto(at(path)))?.status(), path).toBe(404);
});

test('PDF, CSV and workbook come with their types and names, of the organisation and of a unit', async ({
  page,
}) => {
  await enter(page, 'executive');
  const take = async (path: string, type: string) => {
    const answer = await page.request.get(at(path));
    expect(answer.status(), path).toBe(200);
    expect(answer.headers()['content-type']).toContain(type);
    expect(answer.headers()['content-disposition']).toMatch(/^attachment; filename="harbour-bank/);
    return answer.body();
  };
  for (const paper of ['a4', 'us-letter']) {
    const { pages } = await readPdf(await take(`/scorecard/pdf?paper=${paper}`, 'application/pdf'));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('21 of 24 teams finished');
  }
  const csv = (await take('/scorecard/csv', 'text/csv; charset=utf-8')).toString();
  expect(csv.startsWith('\uFEFF')).toBe(true);
  expect(Papa.parse(csv).data).toHaveLength(25);
  const sheets = await readWorkbook(await take('/scorecard/xlsx?unit=insurance', 'spreadsheetml.sheet'));
  expect(sheets.map(({ sheet }) => sheet)).toEqual([
    'Scorecard',
    'Units',
    'Teams',
    'Holds back',
    'Trend',
    'Plans',
  ]);
  expect(sheets[2]?.data).toHaveLength(7);
  for (const kind of ['pdf', 'csv', 'xlsx'])
    expect((await page.request.get(at(`/scorecard/${kind}?unit=nowhere`))).status()).toBe(404);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('the scorecard and its details are accessible, on a laptop and on a phone', async ({ page }) => {
      test.setTimeout(120_000);
      await enter(page, 'executive');
      for (const width of [1440, 390])
        for (const path of PAGES) {
          await page.setViewportSize({ width, height: 844 });
          await page.goto(at(path));
          await expectAccessible(page);
        }
    });
  });
}

test('nothing scrolls sideways at 390 and 320 pixels', async ({ page }) => {
  await enter(page, 'executive');
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    for (const path of PAGES) {
      await page.goto(at(path));
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(beyond, `${path} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
});

async function printed(page: Page, paper: { format: string; landscape: boolean }) {
  return readPdf(await page.pdf({ ...paper, printBackground: true }));
}

test('printed from the browser it is one page without navigation and buttons, upright and across', async ({
  page,
}) => {
  await enter(page, 'executive');
  for (const format of ['A4', 'Letter'])
    for (const landscape of [false, true]) {
      const { pages } = await printed(page, { format, landscape });
      expect(pages, `${format}, ${landscape ? 'across' : 'upright'}`).toHaveLength(1);
      expect(pages[0]).toContain('How sure?');
      expect(pages[0]).not.toMatch(/Copy as text|Settings|Details:|About and licences/);
    }
});
