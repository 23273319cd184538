import { once } from 'node:events';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { startOwnServer } from './own-server';
import { emptyUrl, expectAccessible, signUp, startDraft } from './support';

/** Two people, or one on two devices, on the same assessment at the same time. */

const rung = (page: Page, digit: number) => page.locator(`input[name=choice][value="${digit}"]`);
const status = (page: Page) => page.getByRole('status');
const note = (page: Page) => page.getByRole('textbox', { name: 'Note' });

/** Opens the question and waits until the page answers to keys and listens. */
async function openAt(page: Page, address: string): Promise<void> {
  const listening = page.waitForResponse((response) => response.url().includes('/changes?'));
  await page.goto(address, { waitUntil: 'networkidle' });
  await expect(rung(page, 4)).toBeVisible();
  await listening;
}

/** Ada's draft, open at a question, and Ben at the same question in a browser of his own. */
async function adaAndBen(page: Page, browser: Browser, organisation: string) {
  const { address } = await startDraft(page, { organisation, team: 'Team' });
  const slug = new URL(address).pathname.split('/')[1] ?? '';
  await page.goto(`${emptyUrl()}/${slug}/settings/people`);
  await page.getByLabel('E-mail address').fill(`ben-${slug}-${process.pid}@example.org`);
  await page.getByLabel('In the whole organisation').selectOption('contributor');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(page.getByText('Pass this link on yourself')).toBeVisible();
  const link = (await page.getByRole('status').locator('code').textContent()) ?? '';
  const ben = await (await browser.newContext()).newPage();
  await ben.goto(link);
  await ben.getByLabel('Your name').fill('Ben Adu');
  await ben.getByLabel('Password').fill('a long enough password');
  await ben.getByRole('button', { name: /^Create the account and join/ }).click();
  await ben.waitForURL(/\/waiting$/);
  const question = `${address}?at=rollback`;
  await openAt(page, question);
  await openAt(ben, question);
  return { ben, question };
}

/** Cuts the connection of a page: nothing is sent and nothing heard until it is given back. */
async function goOffline(page: Page): Promise<() => Promise<void>> {
  await page.context().setOffline(true);
  return () => page.context().setOffline(false);
}

test('what one changes the other sees within two seconds, with who it was, and nothing is changed under anybody’s fingers', async ({
  page,
  browser,
}) => {
  const { ben } = await adaAndBen(page, browser, 'Live');
  await page.keyboard.press('3');
  await expect(rung(ben, 3)).toBeChecked({ timeout: 2_000 });
  await expect(ben.getByText('Ada Example changed this just now')).toBeVisible();
  await expect(ben.locator('#outline').getByText(/^1 of \d+ answered/)).toBeVisible();
  await expectAccessible(ben);

  // Ben is in the note, and has written nothing yet.
  await ben.keyboard.press('c');
  await page.keyboard.press('c');
  await page.keyboard.insertText('By the runbook.');
  await expect(status(page)).toContainText(/^Saved/);
  await expect(ben.getByText('Ada Example changed this just now')).toBeVisible();
  await page.waitForTimeout(2_000);
  await expect(note(ben)).toHaveValue('');
  await ben.keyboard.press('Escape');
  await expect(note(ben)).toHaveValue('By the runbook.');
});

/** That the server has stored an answer that has these words in it. */
const savedWith = (page: Page, words: string) =>
  page.waitForResponse(
    (response) => response.ok() && response.request().postData()?.includes(words) === true,
  );

test('who lost the connection decides one by one on what both changed, and no text is lost', async ({
  page,
  browser,
}) => {
  const { ben, question } = await adaAndBen(page, browser, 'Tunnel');
  const online = await goOffline(page);
  await page.keyboard.press('1');
  await page.keyboard.press('c');
  await page.keyboard.insertText('Not in the branches.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.keyboard.press('2');
  await expect(status(page)).toContainText('Not saved. Kept on this device');

  const noted = savedWith(ben, 'Since March.');
  await ben.keyboard.press('2');
  await ben.keyboard.press('c');
  await ben.keyboard.insertText('Since March.');
  await ben.keyboard.press('Escape');
  await ben.keyboard.press('Enter');
  const saved = savedWith(ben, '"choice":{"rung":4}');
  await ben.keyboard.press('4');
  await Promise.all([noted, saved]);

  await online();
  await expect(status(page)).toContainText('Changed by Ben Adu', { timeout: 40_000 });
  await status(page).getByRole('link', { name: 'see both' }).click();
  const panel = page.getByRole('alert').filter({ hasText: 'Two people, one answer' });
  await expect(panel).toContainText('Ben Adu chose 2');
  await expect(panel).toContainText('1 more answer to decide on after this');
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Decide together' }).click();
  await status(page).getByRole('link', { name: 'see both' }).click();
  await expect(panel).toContainText('Ben Adu chose 4');
  await panel.getByRole('button', { name: 'Keep 2' }).click();
  await expect(status(page)).toContainText(/^Saved/);

  await page.evaluate(() => localStorage.clear());
  await openAt(page, question);
  await expect(rung(page, 2)).toBeChecked();
  await expect(note(page)).toHaveValue('Since March.\n\nAda Example chose 1: Not in the branches.');
  await expect(page.getByRole('checkbox', { name: 'Flag' })).toBeChecked();
});

test('changes are taken back step by step, and not over what somebody else changed since', async ({
  page,
  browser,
}) => {
  const { ben } = await adaAndBen(page, browser, 'Undo');
  await page.keyboard.press('3');
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await page.keyboard.press('4');
  await expect(status(page)).toContainText(/^Saved/);
  await page.keyboard.press('u');
  await expect(rung(page, 4)).not.toBeChecked();
  await page.keyboard.press('u');
  // Back at the question that it was about.
  await expect(page).toHaveURL(/at=rollback/);
  await expect(rung(page, 3)).toBeChecked();
  await expect(rung(ben, 3)).toBeChecked();

  await ben.keyboard.press('0');
  await expect(rung(page, 0)).toBeChecked();
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
  await page.getByRole('link', { name: /^Ben Adu changed .* since$/ }).click();
  await expect(page.getByRole('heading', { name: /what the answer was before$/ })).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByText('Ada Example,').first()).toBeVisible();
});

test('what an answer was before is put back, without scripts too, and putting back is put back', async ({
  page,
  browser,
}) => {
  const { address } = await startDraft(page, { organisation: 'Put Back', team: 'Team' });
  await openAt(page, `${address}?at=rollback`);
  await page.keyboard.press('3');
  await page.keyboard.press('c');
  await page.keyboard.insertText('By hand.');
  await page.keyboard.press('Escape');
  await expect(status(page)).toContainText(/^Saved/);
  await page.waitForTimeout(1_000);
  await page.keyboard.press('1');
  await page.waitForTimeout(1_000);
  await page.getByRole('link', { name: 'What it was before' }).click();
  const before = page.getByRole('listitem').filter({ hasText: 'By hand.' });
  await before.first().getByRole('button', { name: 'Put this back' }).click();
  await expect(page.getByText('The same as now.').first()).toBeVisible();
  await page.getByRole('link', { name: 'Back to the question' }).click();
  await expect(rung(page, 3)).toBeChecked();

  const plain = await browser.newContext({ javaScriptEnabled: false });
  await plain.addCookies(await page.context().cookies());
  const scriptless = await plain.newPage();
  await scriptless.goto(`${address}/history/rollback`);
  await scriptless.getByRole('button', { name: 'Put this back' }).first().click();
  await expect(scriptless.getByText('The same as now.').first()).toBeVisible();
  await expect(rung(page, 1)).toBeChecked();
});

test('where no stream comes through, changes are asked for', async ({ page, context, browser }) => {
  const { ben, question } = await adaAndBen(page, browser, 'No Streams');
  await context.route('**/changes?*', (route) =>
    route.request().headers()['accept'] === 'text/event-stream' ? route.abort() : route.continue(),
  );
  await page.goto(question, { waitUntil: 'networkidle' });
  await expect(rung(page, 4)).toBeVisible();
  await ben.keyboard.press('2');
  await expect(rung(page, 2)).toBeChecked({ timeout: 15_000 });
});

test('a server that is told to stop ends within two seconds, with pages listening', async ({ browser }) => {
  const own = await startOwnServer();
  const context = await browser.newContext();
  const page = await context.newPage();
  await signUp(page, { organisation: 'Stopping', team: 'Team' }, own.address);
  await page.getByRole('button', { name: /^Start/ }).click();
  await page.waitForURL(/\/assessments\/[^/?]+/);
  await openAt(page, `${page.url().split('?')[0]}?at=rollback`);
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const stream = await fetch(`${own.address}/api/assessments/${id}/changes?org=stopping`, {
    headers: { cookie, accept: 'text/event-stream' },
  });
  expect(stream.status).toBe(200);
  const asked = performance.now();
  const ended = once(own.process, 'exit');
  own.process.kill('SIGTERM');
  expect(await stream.text()).toContain('event: again');
  await ended;
  expect(performance.now() - asked).toBeLessThan(2_000);
  await context.close();
});
