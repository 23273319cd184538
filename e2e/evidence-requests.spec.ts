import { expect, test } from '@playwright/test';
import { colleague, emptyUrl, look, PHONE, startDraft } from './support';

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
