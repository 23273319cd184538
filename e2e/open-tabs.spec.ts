import { expect, test } from '@playwright/test';
import { emptyUrl, expectAccessible, signUp } from './support';

/** A page that was opened on a build that the server no longer has. */

test('a form of an earlier build leads to a page that says so, and a reload brings it back', async ({
  page,
}) => {
  await signUp(page, { organisation: 'Open Tabs', team: 'Cards' });
  const phrases = `${emptyUrl()}/open-tabs/settings/phrases`;
  await page.goto(phrases, { waitUntil: 'networkidle' });
  // What a build that is gone would send: an id that this one does not know.
  await page.route(phrases, (route) => {
    const headers = route.request().headers();
    const id = headers['next-action'];
    return id === undefined
      ? route.continue()
      : route.continue({ headers: { ...headers, 'next-action': id.replace(/.{8}$/, '00000000') } });
  });
  await page.getByRole('textbox').first().fill('Typed before the upgrade');
  await page.getByRole('textbox').nth(1).fill('Words');
  await page.getByRole('main').getByRole('button').last().click();
  await expect(
    page.getByRole('heading', { name: 'Rungs was updated while this page was open' }),
  ).toBeVisible();
  await expect(page.getByText('Typed before the upgrade')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy it' })).toBeVisible();
  await expectAccessible(page);
  await page.unroute(phrases);
  await page.getByRole('button', { name: 'Reload' }).click();
  await page.getByRole('textbox').first().fill('Typed after the upgrade');
  await page.getByRole('textbox').nth(1).fill('Words');
  await page.getByRole('main').getByRole('button').last().click();
  await expect(page.getByText('Typed after the upgrade').first()).toBeVisible();
});
