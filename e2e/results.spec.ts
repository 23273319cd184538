import { expect, test } from '@playwright/test';
import { demoUrl, enter, expectAccessible } from './support';

const RESULTS = '/harbour-bank/assessments/fraud-scoring-q4-2026/results';

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('the count of a level leads to every requirement that it was counted from', async ({ page }) => {
      await enter(page, 'team');
      await page.goto(`${demoUrl()}${RESULTS}`);
      const table = page.getByRole('table', { name: 'Requirements of AWS Repeatable' });
      await expect(table).toBeHidden();
      const track = page.getByRole('listitem').filter({ hasText: /^Repeatable/ });
      const count = await track.getByRole('link').textContent();
      await track.getByRole('link').click();
      await page.waitForURL(`${demoUrl()}${RESULTS}?trace=aws#trace-aws-repeatable`);
      await expect(table).toBeInViewport();
      await expect(page.getByRole('heading', { name: `Repeatable: ${count}` })).toBeVisible();
      const of = Number(/of (\d+)/.exec(count ?? '')?.[1]);
      await expect(table.getByRole('row')).toHaveCount(of + 1);
    });
  });

test('every requirement of one vendor is accessible, and the others are a link away', async ({ page }) => {
  await enter(page, 'team');
  await page.goto(`${demoUrl()}${RESULTS}?trace=google`);
  await expect(page.getByRole('table', { name: 'Requirements of Google L1' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: /^Every requirement of Microsoft/ }).click();
  await expect(page.getByRole('table', { name: 'Requirements of Microsoft L1' })).toBeVisible();
});
