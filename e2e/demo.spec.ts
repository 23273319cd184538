import { expect, test } from '@playwright/test';
import { demoUrl, emptyUrl, enter } from './support';

test('each of the three doors of the demo opens with one click', async ({ page, context }) => {
  await enter(page, 'team');
  await expect(page.getByRole('heading', { level: 1, name: 'Fraud scoring' })).toBeVisible();
  await context.clearCookies();
  await enter(page, 'consultant');
  await expect(page.getByText('Noor Haddad')).toBeVisible();
  await context.clearCookies();
  await enter(page, 'executive');
  await expect(page.getByText('21 of 24 teams finished')).toBeVisible();
});

test('the doors do not exist on a database that the demo did not make', async ({ page, request }) => {
  await page.goto(emptyUrl());
  await expect(page.getByRole('button', { name: /Look around/ })).toHaveCount(0);
  // The same form, sent to the other server as a browser without JavaScript would.
  await page.goto(demoUrl());
  const fields = await page
    .locator('form[aria-label="Look around the demo"] input')
    .evaluateAll((inputs) =>
      inputs.map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? ''] as const),
    );
  const answer = await request.post(emptyUrl(), {
    multipart: { ...Object.fromEntries(fields), door: 'executive' },
    headers: { origin: emptyUrl() },
    maxRedirects: 0,
  });
  expect(answer.headers()['set-cookie'] ?? '').not.toContain('session-token');
});

test('the executive reads on one page where the teams stand, and may not change anything', async ({
  page,
}) => {
  await enter(page, 'executive');
  await expect(page.getByText(/17 of 21 teams are at AWS Initial/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add the team' })).toHaveCount(0);
  await page.getByRole('link', { name: 'teams', exact: true }).click();
  const rows = page.getByRole('region', { name: 'Teams and levels' }).getByRole('row');
  await expect(rows.filter({ hasText: 'Fraud scoring' })).toContainText('Initial · 4 to go');
});

test('somebody from outside sees the same for what is not theirs and what is not there', async ({ page }) => {
  await enter(page, 'team');
  const foreign = await page.goto(`${demoUrl()}/no-such-organisation`);
  expect(foreign?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
});
