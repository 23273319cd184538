import { expect, test } from '@playwright/test';
import { expectAccessible, emptyUrl, startDraft } from './support';

test('a draft goes into the bin, comes back by Undo, and out of the bin later', async ({ page }) => {
  const { address: draft } = await startDraft(page, { organisation: 'Into The Bin', team: 'Tidy' });
  await page.goto(`${emptyUrl()}/into-the-bin/teams/tidy`, { waitUntil: 'networkidle' });
  const remove = async () => {
    await page.locator('summary').filter({ hasText: 'More for' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Delete/ }).click();
    await expect(page.getByRole('status').filter({ hasText: 'is in the bin' })).toBeVisible();
  };
  await remove();
  expect((await page.request.get(draft)).status()).toBe(404);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('draft, 0 answers so far')).toBeVisible();
  await remove();
  await page.goto(`${emptyUrl()}/into-the-bin/teams/tidy`, { waitUntil: 'networkidle' });
  await expect(page.getByText(/goes on \d+ \w+ \d{4}/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Take out/ }).click();
  await expect(page.getByText('draft, 0 answers so far')).toBeVisible();
  await expect(page.getByText(/goes on/)).toBeHidden();
  expect((await page.request.get(draft)).status()).toBe(200);
});
