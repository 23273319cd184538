import { expect, test, type Browser, type Page } from '@playwright/test';
import { emptyUrl, expectAccessible, startDraft } from './support';

const PHONE = { viewport: { width: 390, height: 844 } };

/** Takes a picture where a folder for them is named, in both themes. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
    if (folder !== undefined)
      await page.screenshot({ path: `${folder}/${name}-${colorScheme}.png`, fullPage: true });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Invites a contributor, who joins on a phone of their own. */
async function colleague(
  owner: Page,
  browser: Browser,
  { org, name, javaScriptEnabled }: { org: string; name: string; javaScriptEnabled: boolean },
): Promise<Page> {
  await owner.goto(`${emptyUrl()}/${org}/settings/people`);
  await owner.getByLabel('E-mail address').fill(`${name.toLowerCase()}-${process.pid}@show.example`);
  await owner.getByLabel('In the whole organisation').selectOption('contributor');
  await owner.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(owner.getByText('Pass this link on yourself')).toBeVisible();
  const link = (await owner.getByRole('status').locator('code').textContent()) ?? '';
  const page = await (await browser.newContext({ ...PHONE, javaScriptEnabled })).newPage();
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Password').fill('a long enough password');
  await page.getByRole('button', { name: /^Create the account and join/ }).click();
  await page.waitForURL(/\/waiting$/);
  return page;
}

test('who is asked for evidence finds it under “For you”, adds a piece, and is asked no more', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const { address } = await startDraft(page, { organisation: 'Show Harbour', team: 'Fraud' });
  const org = 'show-harbour';
  const ana = await colleague(page, browser, { org, name: 'Ana', javaScriptEnabled: true });
  const ben = await colleague(page, browser, { org, name: 'Ben', javaScriptEnabled: false });

  await page.goto(`${address}?at=rollback`, { waitUntil: 'networkidle' });
  await page.keyboard.press('e');
  await page.getByRole('link', { name: 'Ask somebody for evidence' }).click();
  await expect(page.getByText('Nobody is asked at present.')).toBeVisible();
  await look(page, 'ask-wide');
  for (const [name, note] of [
    ['Ana', 'The log of a rollback, or where one is planned.'],
    ['Ben', ''],
  ] as const) {
    const option = page.getByRole('option', { name: new RegExp(`^${name}`) });
    await page.getByLabel('Whom to ask').selectOption((await option.getAttribute('value')) ?? '');
    await page.getByLabel(/^What you would like to see/).fill(note);
    await page.getByRole('button', { name: 'Ask for evidence' }).click();
    await expect(page.getByText(`${name} is asked, and finds it under “For you”.`)).toBeVisible();
  }
  await expect(page.getByLabel('Text to pass on')).toHaveValue(
    /Ada Example asks you for evidence on Rollback/,
  );
  await expect(page.getByText('There is nobody else to ask')).toBeVisible();
  await look(page, 'asked-wide');
  await page.setViewportSize(PHONE.viewport);
  await look(page, 'asked-phone');
  await page.getByRole('link', { name: 'Back to the question' }).click();
  await expect(page.getByText(/^Asked Ana for evidence on/)).toBeVisible();
  await look(page, 'question-phone');
  await page.setViewportSize({ width: 1440, height: 900 });
  await look(page, 'question-wide');

  await ana.goto(`${emptyUrl()}/${org}/waiting`);
  await expect(ana.getByText('The log of a rollback, or where one is planned.')).toBeVisible();
  await look(ana, 'waiting-phone');
  await ana.getByRole('link', { name: 'Ada Example asks for evidence on Rollback in Fraud' }).click();
  await expect(ana.getByText(/^Ada Example asks you for evidence, since/)).toBeVisible();
  await look(ana, 'asked-of-me-phone');
  await ana.getByLabel('What can be shown').fill('Run of 3 March');
  const saved = ana.waitForResponse((response) => response.request().method() === 'PUT' && response.ok());
  await ana.getByRole('button', { name: 'Add evidence' }).click();
  await saved;
  await expect(ana.getByText(/^Ada Example asks you for evidence, since/)).toHaveCount(0);
  // The same once more is there once.
  await ana.getByLabel('What can be shown').fill('Run of 3 March');
  await ana.getByRole('button', { name: 'Add evidence' }).click();
  await expect(ana.getByRole('button', { name: 'Remove Run of 3 March' })).toHaveCount(1);
  await ana.goto(`${emptyUrl()}/${org}/waiting`);
  await expect(ana.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(ana.getByText('Evidence asked of you')).toHaveCount(0);

  // Without scripts somebody who has none says so.
  await ben.goto(`${emptyUrl()}/${org}/waiting`);
  await ben.getByRole('link', { name: /^Ada Example asks for evidence on Rollback/ }).click();
  await ben.getByRole('link', { name: 'I have none' }).click();
  await ben.getByRole('button', { name: 'I have none' }).click();
  await expect(ben.getByText('This request has ended.')).toBeVisible();
  await expect(ben.getByText('Nobody is asked at present.')).toBeVisible();

  // And asks somebody else.
  await ben.getByLabel('Whom to ask').selectOption({ index: 1 });
  await ben.getByRole('button', { name: 'Ask for evidence' }).click();
  await expect(ben.getByLabel('Text to pass on')).toBeVisible();
  await ben.getByRole('button', { name: /^Take back/ }).click();
  await expect(ben.getByText('This request has ended.')).toBeVisible();
  await Promise.all([ana.context().close(), ben.context().close()]);
});
