import { expect, test } from '@playwright/test';
import { emptyUrl, signUp } from './support';

test('an account is made, left and entered again', async ({ page }) => {
  const { email, password } = await signUp(page, { organisation: 'Coming and Going', team: 'First' });
  await page.getByText('Ada Example').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
  await page.goto(`${emptyUrl()}/coming-and-going`);
  await expect(page).toHaveURL(/\/signin\?to=/);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').first()).toContainText('do not fit together');
  await expect(page.getByLabel('E-mail address')).toHaveValue(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(`${emptyUrl()}/coming-and-going`);
});

test('a sign-out ends the session itself: the copied cookie is worth nothing', async ({
  page,
  context,
  browser,
}) => {
  await signUp(page, { organisation: 'Copied Cookie', team: 'First' });
  const cookies = await context.cookies();
  await page.getByText('Ada Example').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
  const thief = await browser.newContext();
  await thief.addCookies(cookies);
  const other = await thief.newPage();
  await other.goto(`${emptyUrl()}/copied-cookie`);
  await expect(other).toHaveURL(/\/signin/);
  await thief.close();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('signing up and in works, and a fault keeps what was typed', async ({ page }) => {
    await page.goto(`${emptyUrl()}/signup`);
    await page.getByLabel('Your name').fill('Plain Person');
    await page.getByLabel('E-mail address').fill('not an address');
    await page.getByLabel('Password').fill('short');
    await page.getByLabel('Organisation').fill('Plain');
    await page.getByLabel('First team').fill('Team');
    await page.getByRole('button', { name: 'Create the account' }).click();
    await expect(page.getByText('enter an e-mail address such as ana@example.org')).toBeVisible();
    await expect(page.getByText('at least 10 characters', { exact: true })).toBeVisible();
    await expect(page.getByLabel('Your name')).toHaveValue('Plain Person');
    await page.getByLabel('E-mail address').fill(`plain-${process.pid}@example.org`);
    await page.getByLabel('Password').fill('a long enough password');
    await page.getByRole('button', { name: 'Create the account' }).click();
    await expect(page).toHaveURL(/\/plain\/teams\/team\/start/);
  });
});

test('the look is chosen without flash and stays', async ({ page }) => {
  await page.goto(`${emptyUrl()}/about`);
  await page.getByRole('button', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
