import { expect, test } from '@playwright/test';
import { demoUrl, enter, expectAccessible, PHONE } from './support';

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

test('on a slow phone no button moves away under a finger when the page comes alive', async ({ browser }) => {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  await enter(page, 'team');
  let arrive = (): void => undefined;
  const scripts = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/*.js', async (route) => {
    await scripts;
    await route.continue();
  });
  await page.goto(`${demoUrl()}/harbour-bank/assessments/fraud-scoring-q1-2027?at=rollback`, {
    waitUntil: 'commit',
  });
  const still = page.getByRole('button', { name: 'Still don’t know' });
  await expect(still).toBeVisible();
  const before = await still.boundingBox();
  const climb = page.getByRole('button', { name: 'Now rung 1' });
  await expect(climb).toBeHidden();
  arrive();
  await expect(climb).toBeVisible();
  expect(await still.boundingBox()).toEqual(before);
  await context.close();
});
