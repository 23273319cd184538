import { expect, test, type Page } from '@playwright/test';
import { emptyUrl, startDraft } from './support';

/** A new team's draft, open at the question of going back to an older model. */
async function draftOf(page: Page, organisation: string) {
  const account = await startDraft(page, { organisation, team: 'Team' });
  const address = `${account.address}?at=rollback`;
  await openAt(page, address);
  return { ...account, address };
}

/** Opens the question and waits until the page answers to keys. */
async function openAt(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'networkidle' });
  await expect(rung(page, 4)).toBeVisible();
}

const rung = (page: Page, digit: number) => page.locator(`input[name=choice][value="${digit}"]`);
const status = (page: Page) => page.getByRole('status');
const note = (page: Page) => page.getByRole('textbox', { name: 'Note' });

/** What the server has, whatever this browser may have kept. */
async function expectStored(page: Page, address: string, digit: number, words: string): Promise<void> {
  await page.evaluate(() => localStorage.clear());
  await openAt(page, address);
  await expect(rung(page, digit)).toBeChecked();
  await expect(note(page)).toHaveValue(words);
}

test('answers given without a connection survive closing the page, and are sent when it is back', async ({
  page,
  context,
}) => {
  const { address } = await draftOf(page, 'Offline');
  await context.route('**/api/**', (route) => route.abort('internetdisconnected'));
  await page.keyboard.press('3');
  await expect(status(page)).toContainText('Not saved. Kept on this device, trying again');
  await page.keyboard.press('c');
  await page.keyboard.insertText('Typed in the tunnel.');
  await page.close();

  const back = await context.newPage();
  await openAt(back, address);
  await expect(rung(back, 3)).toBeChecked();
  await expect(status(back)).toContainText('Not saved');
  await context.unroute('**/api/**');
  await expect(status(back)).toContainText(/^Saved/, { timeout: 40_000 });
  await expectStored(back, address, 3, 'Typed in the tunnel.');
});

test('a session that is ended while somebody types costs no letter', async ({ page, context, browser }) => {
  const { email, password, address } = await draftOf(page, 'Revoked');
  const elsewhere = await browser.newContext();
  await elsewhere.addCookies(await context.cookies());
  const other = await elsewhere.newPage();
  await other.goto(`${emptyUrl()}/revoked`);
  await other.getByText('Ada Example').click();
  await other.getByRole('button', { name: 'Sign out' }).click();
  await expect(other.getByRole('link', { name: 'Sign in' })).toBeVisible();
  await elsewhere.close();

  await page.keyboard.press('2');
  const panel = page.getByRole('alert').filter({ hasText: 'Signed out while typing' });
  await expect(panel).toBeVisible();
  await page.keyboard.press('c');
  await page.keyboard.insertText('Written after the end.');
  await panel.getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(status(page)).toContainText(/^Saved/);
  await expectStored(page, address, 2, 'Written after the end.');
});

test('two tabs of one person never disagree: what one saves, the other shows', async ({ page, context }) => {
  const { address } = await draftOf(page, 'Two Tabs');
  const second = await context.newPage();
  await openAt(second, address);
  await page.bringToFront();
  await page.keyboard.press('1');
  await expect(status(page)).toContainText(/^Saved/);
  await expect(rung(second, 1)).toBeChecked();
  await second.bringToFront();
  await second.keyboard.press('4');
  await expect(status(second)).toContainText(/^Saved/);
  await expect(rung(page, 4)).toBeChecked();
});

test('on two devices the later answer is held back until somebody has seen both and chosen', async ({
  page,
  context,
  browser,
}) => {
  // Told of it, it would have seen what the phone changed before it answers, and a stream that is open may outlive the connection.
  await page.route(/\/changes\b/, (route) => route.abort());
  const { address } = await draftOf(page, 'Two Devices');
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 } });
  await phone.addCookies(await context.cookies());
  const there = await phone.newPage();
  await openAt(there, address);
  await context.setOffline(true);
  await there.keyboard.press('1');
  await expect(status(there)).toContainText(/^Saved/);

  await page.keyboard.press('4');
  await expect(status(page)).toContainText('Not saved');
  await context.setOffline(false);
  const panel = page.getByRole('alert').filter({ hasText: 'Two answers of yours' });
  await expect(panel).toContainText('chose 1', { timeout: 40_000 });
  await expect(panel).toContainText('you chose 4 here');
  await panel.getByRole('button', { name: 'Keep 4' }).click();
  await expect(status(page)).toContainText(/^Saved/);
  await openAt(there, address);
  await expect(rung(there, 4)).toBeChecked();
  await phone.close();
});

test('a note that is too long is said to be so while it is typed, and stays on the screen', async ({
  page,
}) => {
  const { address } = await draftOf(page, 'Long Note');
  await page.keyboard.press('2');
  await expect(status(page)).toContainText(/^Saved/);
  await page.keyboard.press('c');
  await expect(page.getByText(/^At most 4,000 characters/)).toBeVisible();
  const long = 'long '.repeat(2_000);
  await page.keyboard.insertText(long);
  await expect(page.getByText('5,999 too many: at most 4,000 characters are stored')).toBeVisible();
  await expect(note(page)).toHaveValue(long);
  await page.reload();
  await expect(note(page)).toHaveValue(long);
  await note(page).fill('short');
  await expect(status(page)).toContainText(/^Saved/);
  await expectStored(page, address, 2, 'short');
});
