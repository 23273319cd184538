import { expect, test } from '@playwright/test';
import { emptyUrl, signUp } from './support';

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
