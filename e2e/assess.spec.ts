import { expect, test } from '@playwright/test';
import { emptyUrl, expectAccessible, signUp, startDraft } from './support';

test('a new team is assessed with the keyboard alone, reads its levels and takes the PDF', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signUp(page, { organisation: 'Keyboard', team: 'Keys' });
  await page.getByRole('button', { name: /^Start/ }).press('Enter');
  await expect(page).toHaveURL(/\/keyboard\/assessments\/[^/?]+/);
  const begin = page.getByRole('link', { name: /^Start/ });
  if ((await begin.count()) > 0) await begin.press('Enter');
  await expect(page.getByRole('group').first()).toBeVisible();
  const saved = new Set<string>();
  page.on('response', (response) => {
    if (response.request().method() === 'PUT' && response.ok()) saved.add(response.url());
  });
  for (let answered = 0; answered < 43; answered += 1) {
    await page.keyboard.press('2');
    await page.keyboard.press('Enter');
    // Between two domains stands a place to stop; Enter goes on.
    if ((await page.getByRole('heading', { name: /is done/ }).count()) > 0)
      await page.keyboard.press('Enter');
  }
  await expect(page.getByText('43 of 43 answered').filter({ visible: true }).first()).toBeVisible();
  await expect.poll(() => saved.size).toBe(43);

  const address = new URL(page.url()).pathname;
  await page.goto(`${emptyUrl()}${address}/results`);
  await expect(page.getByText(/^At AWS Initial, Microsoft L0 and Google L0/).first()).toBeVisible();
  await page.getByText('Finish …').first().click();
  await page.getByRole('button', { name: 'Finish this assessment' }).click();
  await expect(page.getByText(/Finished .* by Ada Example/)).toBeVisible();

  const pdf = await page.request.get(`${emptyUrl()}${address}/report/pdf?org=keyboard`);
  expect(pdf.status()).toBe(200);
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');

  await page.goto(`${emptyUrl()}/keyboard`);
  await expect(page.getByText('1 of 1 team finished')).toBeVisible();
});

test('a piece against rung 3 is there after a reload with its day and name; an address that runs a script is refused', async ({
  page,
}) => {
  const { address } = await startDraft(page, { organisation: 'Shown', team: 'Team' });
  const at = (capability: string) => page.goto(`${address}?at=${capability}`, { waitUntil: 'networkidle' });
  await at('rollback');
  await page.keyboard.press('3');
  await expect(page.getByText('what would convince somebody who was not there?')).toBeVisible();
  await page.keyboard.press('e');
  await page.getByLabel('What can be shown').fill('Incident 7');
  await page.getByLabel('Address, if it has one').fill('javascript:alert(1)');
  await page.getByText('For or against, which rung, until when').click();
  await page.getByLabel('It speaks').selectOption('against the rung');
  await page.getByLabel('Rung', { exact: true }).selectOption('3');
  await page.getByLabel('Current until, if it lapses').fill('2099-12-31');
  await page.getByRole('button', { name: 'Add evidence' }).click();
  await expect(page.getByText('javascript: is not taken')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Address, if it has one').fill('https://tickets.example/7');
  const stored = page.waitForResponse((response) => response.request().method() === 'PUT');
  await page.getByRole('button', { name: 'Add evidence' }).click();
  expect((await stored).ok()).toBe(true);
  await at('rollback');
  const piece = page.getByRole('listitem').filter({ hasText: 'Incident 7' });
  await expect(piece).toContainText(
    /speaks against rung 3 · current until 31 Dec 2099 · added by Ada Example/,
  );

  await page.goto(`${address}/results`);
  await expect(
    page.getByText(/evidence on 0 of 1 answers .* \(current evidence speaks against 1\)/),
  ).toBeVisible();
  await expect(page.getByText(/^Claimed/)).toBeVisible();
});

test('without JavaScript a piece of one answer is used for another, and an address that runs a script is refused', async ({
  page,
  browser,
}) => {
  const { address } = await startDraft(page, { organisation: 'Shown plainly', team: 'Team' });
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  const next = () => plain.locator('button[data-enter]').click();
  await plain.goto(`${address}?at=rollback`);
  await plain.getByRole('radio', { name: /^3/ }).check();
  await plain.getByText('+ Evidence').click();
  await plain.getByLabel('What can be shown').fill('The run');
  await plain.getByLabel('Address, if it has one').fill('javascript:alert(1)');
  await next();
  await expect(plain.getByText('javascript: is not taken').first()).toBeVisible();
  await plain.getByLabel('Address, if it has one').fill('https://example.org/run');
  await next();
  await expect(plain).not.toHaveURL(/at=rollback/);

  await plain.goto(`${address}?at=model-deployment`);
  await plain.getByRole('radio', { name: /^2/ }).check();
  await plain.getByText('+ Evidence').click();
  await plain.getByLabel('Or use a piece that you have already').selectOption('The run');
  await next();
  await plain.goto(`${address}?at=model-deployment`);
  await expect(plain.getByRole('listitem').filter({ hasText: 'The run' })).toContainText(
    'added by Ada Example',
  );
  await context.close();
});
