import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import JSZip from 'jszip';
import { demoUrl, enter, expectAccessible } from './support';

const ROUND = '/harbour-bank/rounds/q4-2026';

// All of it is about one round, of which one archive is made at a time.
test.describe.configure({ mode: 'serial' });

test('an owner has the reports of a round made, watches, fetches them, and cancels another', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await enter(page, 'consultant');
  await page.goto(`${demoUrl()}${ROUND}`);
  await page.getByRole('link', { name: 'Reports of all teams (zip)' }).click();
  await page.waitForURL(/\/reports$/);
  await expectAccessible(page);
  await page.getByLabel('Length').selectOption('short');
  await page.getByRole('button', { name: 'Make the reports' }).click();
  await expect(page.getByRole('status')).toHaveText(/^\d+ of \d+/);
  await expect(page.getByText('Noor Haddad asked for it on')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make the reports' })).toHaveCount(0);
  await expectAccessible(page);

  const fetchIt = page.getByRole('link', { name: /^Download \d+ reports \(zip\)$/ });
  await expect(fetchIt).toBeVisible({ timeout: 180_000 });
  await expect(page.getByText('It is kept until')).toBeVisible();
  await expectAccessible(page);
  const many = Number(/\d+/.exec((await fetchIt.textContent()) ?? '')?.[0]);
  const coming = page.waitForEvent('download');
  await fetchIt.click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^Harbour Bank - Q4 2026 - reports - .*\.zip$/);
  const zip = await JSZip.loadAsync(readFileSync(await download.path()), { checkCRC32: true });
  expect(Object.keys(zip.files).filter((name) => name.endsWith('.pdf'))).toHaveLength(many);
  expect(await zip.file('index.csv')?.async('string')).toContain('no finished assessment in this round');

  await page.setViewportSize({ width: 320, height: 640 });
  await expectAccessible(page);
  await page.getByLabel('Paper').selectOption('us-letter');
  await page.getByRole('button', { name: 'Make the reports' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('link', { name: 'Look again' })).toHaveCount(0);
  await expect(fetchIt).toBeVisible();
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(fetchIt).toHaveCount(0);
});

test('without JavaScript they are started, looked at again by a link, and cancelled', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await enter(page, 'consultant');
  await page.goto(`${demoUrl()}${ROUND}/reports`);
  await page.getByRole('button', { name: 'Make the reports' }).click();
  await page.getByRole('link', { name: 'Look again' }).click();
  await expect(page.getByRole('status')).toHaveText(/^\d+ of \d+/);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Make the reports' })).toBeVisible();
  await context.close();
});

test('who is no owner finds neither the link nor the page', async ({ page }) => {
  await enter(page, 'team');
  await page.goto(`${demoUrl()}${ROUND}`);
  await expect(page.getByRole('link', { name: /zip/ })).toHaveCount(0);
  const response = await page.goto(`${demoUrl()}${ROUND}/reports`);
  expect(response?.status()).toBe(404);
});
