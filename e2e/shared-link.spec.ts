import { expect, test, type Browser, type Page } from '@playwright/test';
import { emptyUrl, expectAccessible, PHONE, startDraft } from './support';

const SENTENCE = /^1 of 1 team is (at|below) AWS/;

/** An organisation with one finished assessment, and its page of links. */
async function openShares(page: Page, organisation: string, slug: string): Promise<void> {
  const { address } = await startDraft(page, { organisation, team: 'Secretive Team' });
  await page.goto(`${address}?at=rollback`, { waitUntil: 'networkidle' });
  await page.keyboard.press('2');
  await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible();
  await page.goto(`${address}/results`, { waitUntil: 'networkidle' });
  await page.getByText('Finish …').click();
  await page.getByRole('button', { name: 'Finish this assessment' }).click();
  await expect(page.getByText(/^Finished/)).toBeVisible();
  await page.goto(`${emptyUrl()}/${slug}/shares`, { waitUntil: 'networkidle' });
  await expectAccessible(page);
}

async function makeLink(page: Page, fields: Record<string, string>): Promise<string> {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
  await page.getByRole('button', { name: 'Freeze and make the link' }).click();
  return (await page.getByRole('status').locator('code').textContent()) ?? '';
}

/** A browser that was never here. */
async function stranger(browser: Browser, options = {}): Promise<Page> {
  return (await browser.newContext({ ...PHONE, ...options })).newPage();
}

async function enterCode(reader: Page, code: string): Promise<void> {
  await reader.getByLabel('Code').fill(code);
  await reader.getByRole('button', { name: 'Open' }).click();
}

test('an owner shares the scorecard with a code, a reader without an account opens it on a phone, and it is taken back', async ({
  page,
  browser,
}) => {
  await openShares(page, 'Shared Views', 'shared-views');
  const link = await makeLink(page, {
    'What the link is for': 'Board meeting',
    'Code, if one': 'harbour-2026',
    'Send the link to': 'cio@harbour.example',
  });
  await expect(page.getByText('This installation sends no mail')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Board meeting' })).toBeVisible();
  await expectAccessible(page);

  const reader = await stranger(browser);
  const first = await reader.goto(link);
  expect(first?.headers()).toMatchObject({
    'referrer-policy': 'no-referrer',
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex, nofollow',
  });
  await expect(reader.getByRole('heading', { name: 'This view asks for a code' })).toBeVisible();
  expect(await reader.content()).not.toContain('Shared Views');
  await expectAccessible(reader);
  await enterCode(reader, 'harbour-2025');
  await expect(reader.getByText('That is not the code.')).toBeVisible();
  await enterCode(reader, 'harbour-2026');
  await expect(reader.getByText(SENTENCE)).toBeInViewport();
  await expect(reader.getByRole('heading', { name: /^To AWS/ })).toBeInViewport();
  expect(await reader.content()).not.toContain('Secretive Team');
  await expectAccessible(reader);
  for (const summary of await reader.locator('summary').all()) await summary.click();
  await expectAccessible(reader);
  await reader.reload();
  await expect(reader.getByText(SENTENCE)).toBeVisible();
  const pdf = reader.waitForEvent('download');
  await reader.getByRole('link', { name: 'PDF, one page' }).click();
  expect((await pdf).suggestedFilename()).toMatch(/^Shared Views - MLOps maturity - .*\.pdf$/);
  const other = await (await stranger(browser)).request.get(`${link}/pdf`);
  expect([other.status(), (await other.text()).includes('Shared Views')]).toEqual([403, false]);

  await page.reload();
  await expect(page.getByText(/opened 3 times/)).toBeVisible();
  await page.getByRole('button', { name: 'Take back the link: Board meeting' }).click();
  await expect(page.getByText('Taken back')).toBeVisible();
  const [gone, guessed] = [await reader.goto(link), await reader.request.get(`${emptyUrl()}/s/guessed`)];
  expect([gone?.status(), guessed.status()]).toEqual([404, 404]);
  await expect(reader.getByRole('heading', { name: 'This link is not valid (any more)' })).toBeVisible();
  await expectAccessible(reader);
  await reader.context().close();
});

test('without JavaScript a link is made, asks for its code and opens', async ({ page, browser }) => {
  await openShares(page, 'Plain Views', 'plain-views');
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const owner = await plain.newPage();
  await owner.goto(`${emptyUrl()}/plain-views/shares`);
  const link = await makeLink(owner, { 'What the link is for': 'Audit', 'Code, if one': 'harbour-2026' });
  const reader = await stranger(browser, { javaScriptEnabled: false, colorScheme: 'dark' });
  await reader.goto(link);
  await enterCode(reader, 'wrong code');
  await expect(reader.getByText('That is not the code.')).toBeVisible();
  await enterCode(reader, 'harbour-2026');
  await expect(reader.getByText(SENTENCE)).toBeVisible();
  await Promise.all([plain.close(), reader.context().close()]);
});
