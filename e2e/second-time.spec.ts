import { expect, test } from '@playwright/test';
import { demoUrl, enter, expectAccessible } from './support';

const TEAM = 'harbour-bank/teams/card-authorisation';

test('a quarter later: kept with y, changed with a digit, and there after a reload', async ({ page }) => {
  await enter(page, 'consultant');
  await page.goto(`${demoUrl()}/${TEAM}/start`);
  await expect(page.getByLabel(/^From Q4 2026/)).toBeChecked();
  await expectAccessible(page);
  await page.getByLabel('Name of this assessment').fill('Q1 2027');
  await page.getByRole('button', { name: 'Start answering' }).click();
  await expect(page.getByText(/about 6 minutes/)).toBeVisible();
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(page.getByRole('button', { name: /^Still/ })).toBeVisible();
  await expectAccessible(page);
  const first = await heading.textContent();
  await page.keyboard.press('y');
  await expect(heading).not.toHaveText(first ?? '');
  const second = (await heading.textContent()) ?? '';
  await page.keyboard.press('s');
  await expect(page.getByRole('radio', { name: /^4/ })).toBeVisible();
  const saved = page.waitForResponse((response) => response.request().method() === 'PUT' && response.ok());
  await page.keyboard.press('0');
  await saved;
  await expect(page.getByText(/^Q4 2026: [1-4] of 4$/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(heading).not.toHaveText(second);
  await expect(page.locator('#outline').getByText('2 of 43 confirmed')).toBeVisible();
  await expect(page.locator('#outline').getByText(/^1 changed/)).toBeVisible();
  await page.reload();
  await expect(page.locator('#outline').getByText('2 of 43 confirmed')).toBeVisible();
});

test('without JavaScript what was said last time is kept by its button', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await enter(page, 'consultant');
  await page.goto(`${demoUrl()}/harbour-bank/teams/customer-churn/start`);
  await page.getByLabel('Name of this assessment').fill('Q1 2027');
  await page.getByRole('button', { name: 'Start answering' }).click();
  await page.getByRole('link', { name: 'Start', exact: true }).click();
  await page.getByRole('button', { name: /^Still/ }).click();
  await expect(page.locator('#outline').getByText('1 of 43 confirmed')).toBeVisible();
  await context.close();
});
