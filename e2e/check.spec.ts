import { expect, test } from '@playwright/test';
import { emptyUrl, expectAccessible } from './support';

test.use({ javaScriptEnabled: false });

test('three levels are found without account and without JavaScript, and kept on signing up', async ({
  page,
}) => {
  await page.goto(`${emptyUrl()}/check`);
  let questions = 0;
  const next = page.getByRole('button', { name: 'Next' });
  const result = page.getByRole('heading', { level: 1, name: /^You are at/ });
  for (;;) {
    // One of the two is there once the page is: asked while it loads, neither is.
    await expect(next.or(result)).toBeVisible();
    if (await result.isVisible()) break;
    questions += 1;
    await page.getByRole('radio', { name: /^2/ }).check();
    await next.click();
    expect(questions).toBeLessThan(25);
  }
  await expect(page.getByRole('heading', { level: 1 })).toContainText('You are at AWS Initial');
  const answered = await page.getByText(/answers settled all three levels/).innerText();
  expect(answered).toContain(`${questions} answers`);

  await page.getByRole('link', { name: 'Keep it and go on' }).click();
  await page.getByLabel('Your name').fill('Kept Person');
  await page.getByLabel('E-mail address').fill(`kept-${process.pid}@example.org`);
  await page.getByLabel('Password').fill('a long enough password');
  await page.getByLabel('Organisation').fill('Kept answers');
  await page.getByLabel('First team').fill('Scoring');
  await page.getByRole('button', { name: 'Create the account' }).click();
  await expect(page).toHaveURL(/\/kept-answers\/assessments\//);
  await expect(
    page
      .getByText(new RegExp(`${questions} of 43`))
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
});

test('a broken address of the short check begins anew instead of failing', async ({ page }) => {
  const response = await page.goto(`${emptyUrl()}/check?a=nonsense.9~rollback.x~<b>&at=nothing&r=7`);
  expect(response?.status()).toBe(200);
  await expect(page.getByText('About twelve questions')).toBeVisible();
});

test.describe('with JavaScript, as axe needs it', () => {
  test.use({ javaScriptEnabled: true });
  test('question and result of the short check are accessible', async ({ page }) => {
    await page.goto(`${emptyUrl()}/check`);
    await expectAccessible(page);
    await page.goto(`${emptyUrl()}/check?a=source-control.0~application-ci.0~data-pipelines.0`);
    await expectAccessible(page);
  });
});
