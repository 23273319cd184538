import { expect, test } from '@playwright/test';
import { demoUrl, enter, expectAccessible } from './support';

const DRAFT = '/harbour-bank/assessments/fraud-scoring-q1-2027';

test('Ctrl K finds a team, a statement and a setting, and Enter goes there', async ({ page }) => {
  await enter(page, 'executive');
  const field = page.getByRole('combobox', { name: 'Name of a page, team, capability or statement' });
  for (const [typed, address] of [
    ['fraud sc', '/harbour-bank/teams/fraud-scoring'],
    ['a2-env3', '/harbour-bank/library/models/aws#A2-ENV3'],
    ['logo', '/harbour-bank/settings/brand'],
    ['rollback', '/harbour-bank/library/capabilities/rollback'],
  ] as const) {
    await expect(page.getByRole('link', { name: 'Find' })).toBeVisible();
    await page.keyboard.press('Control+k');
    await field.fill(typed);
    await expect(page.getByRole('option').first()).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${demoUrl()}${address}`);
    await expect(field).toBeHidden();
  }
});

test('over an assessment, Ctrl K goes to its question, and arrows choose another', async ({ page }) => {
  await enter(page, 'team');
  await page.goto(`${demoUrl()}${DRAFT}?at=rollback`, { waitUntil: 'networkidle' });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('drift detection');
  const options = page.getByRole('dialog', { name: 'Find' }).getByRole('option');
  await expect(options).toHaveCount(2);
  await expect(page.getByRole('group', { name: 'In this assessment' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${demoUrl()}${DRAFT}?at=drift-detection`);
});

test('what cannot be found is said, and so is a server that is away', async ({ page, context }) => {
  await enter(page, 'team');
  await page.waitForLoadState('networkidle');
  await page.getByRole('link', { name: 'Find' }).click();
  await page.getByRole('combobox').fill('zebra crossing');
  await expect(page.getByText('Nothing is called “zebra crossing”.')).toBeVisible();
  await context.setOffline(true);
  await page.getByRole('combobox').fill('zebra');
  await expect(page.getByText('Rungs cannot be reached just now.')).toBeVisible();
  await context.setOffline(false);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox')).toBeHidden();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('finding is a page with a form', async ({ page }) => {
    await enter(page, 'team');
    await page.getByRole('link', { name: 'Find' }).click();
    await page.getByLabel('Name of a page, team, capability or statement').fill('registry');
    await page.getByRole('button', { name: 'Find' }).click();
    await page
      .getByRole('link', { name: /^Model registry/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { name: 'Model registry', level: 1 })).toBeVisible();
  });
});
