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

test('what is handed in waits for review, is taken back, and finished; then it is reopened as version 2', async ({
  page,
}) => {
  const { address } = await startDraft(page, { organisation: 'In Review', team: 'Careful' });
  await page.goto(`${address}?at=rollback`, { waitUntil: 'networkidle' });
  await page.keyboard.press('2');
  await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible();
  const open = () => page.goto(`${address}/results`, { waitUntil: 'networkidle' });
  await open();
  await page.getByText('Finish …').click();
  await page.getByRole('button', { name: 'Hand in for review' }).click();
  await expect(page.getByText(/^In review/)).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${address}?at=rollback`);
  await expect(page.getByText(/^In review: answers change again/)).toBeVisible();
  await expect(page.getByRole('radio', { name: /^4/ })).toBeDisabled();
  await open();
  await page.getByText('Take back …').click();
  await page.getByLabel('Why, if others should know').fill('Rollback: who drilled it?');
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText('Rollback: who drilled it?')).toBeVisible();
  await open();
  await page.getByText('Finish …').click();
  await page.getByRole('button', { name: 'Finish this assessment' }).click();
  await expect(page.getByText(/^Finished/)).toBeVisible();
  await page.goto(`${emptyUrl()}/in-review/teams/careful`, { waitUntil: 'networkidle' });
  await page.locator('summary').filter({ hasText: 'More for' }).click();
  await page.getByRole('button', { name: 'Reopen as a new version' }).click();
  await page.waitForURL(/\/assessments\//);
  await page.goto(`${emptyUrl()}/in-review/teams/careful`);
  await expect(page.getByRole('link', { name: /version 2/ })).toBeVisible();
  await expectAccessible(page);
});
