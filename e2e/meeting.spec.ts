import { expect, test } from '@playwright/test';
import { demoUrl, enter, expectAccessible } from './support';

const ADDRESS = '/harbour-bank/assessments/collections-q1-2027';

test('what five people answered alone is talked about, the most mixed first, on a projector', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 1280, height: 720 });
  await enter(page, 'consultant');
  await page.goto(`${demoUrl()}${ADDRESS}/people`);
  await page.getByRole('link', { name: 'What people said, and what you agree on' }).click();
  await expect(
    page.getByText('5 respondents answered each alone. 0 of 43 settled', { exact: false }),
  ).toBeVisible();
  await expectAccessible(page);
  const rows = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });
  await rows.first().getByText('What each said').click();
  await expect(rows.first().getByText('Mara Lindqvist')).toBeVisible();
  const mixed = (await rows.getByRole('heading', { level: 3 }).allTextContents()).slice(0, 4);

  await page.getByRole('button', { name: /^Take over the \d+ answers on which all agree$/ }).click();
  await expect(page.getByRole('heading', { name: /^Settled \(\d+\)$/ })).toBeVisible();

  // Three by keys, with a note; the fourth waits.
  await page.getByRole('link', { name: 'Begin the meeting' }).click();
  for (const [index, title] of mixed.slice(0, 3).entries()) {
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    if (index === 0) await expectAccessible(page);
    // Everything a room needs is in sight without scrolling.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height, title).toBeLessThanOrEqual(720);
    await expect(page.getByRole('main')).not.toContainText('Mara Lindqvist');
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('2');
    await page.getByLabel('Note: why this rung').fill(`agreed on ${title}`);
    await page.getByRole('button', { name: 'Agree, next' }).click();
  }
  await expect(page.getByRole('heading', { level: 1, name: mixed[3] ?? '' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('p');
  await expect(page.getByRole('heading', { level: 1, name: mixed[3] ?? '' })).toBeHidden();

  await page.goto(`${demoUrl()}${ADDRESS}/discuss`);
  await expect(page.getByText('1 parked', { exact: false })).toBeVisible();
  await page.getByRole('link', { name: mixed[0] ?? '' }).click();
  await expect(page.getByLabel('Note: why this rung')).toHaveValue(`agreed on ${mixed[0]}`);
  await expect(page.getByRole('radio', { name: /^2/ })).toBeChecked();
});

test('a meeting works without JavaScript, and says what is missing', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await enter(page, 'consultant');
  await page.goto(`${demoUrl()}${ADDRESS}/discuss`);
  await page.getByRole('heading', { level: 3 }).last().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
