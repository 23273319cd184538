import { expect, test } from '@playwright/test';
import { startOwnServer, type OwnServer } from './own-server';

let own: OwnServer;

test.beforeAll(async () => {
  own = await startOwnServer();
});
test.afterAll(() => own.stop());

const BUSY = /^Very many passwords come in at this moment/;

test('of more passwords than can be looked at, some are sent back with a sentence, and a little later all is as before', async ({
  page,
}) => {
  await page.goto(`${own.address}/signin?to=%2Faccount`, { waitUntil: 'networkidle' });
  const statuses: number[] = [];
  const flood = setInterval(
    () =>
      void fetch(`${own.address}/signin`, { method: 'POST', redirect: 'manual' }).then(({ status }) =>
        statuses.push(status),
      ),
    10,
  );
  await expect.poll(() => statuses.filter((status) => status === 303).length).toBeGreaterThan(20);
  await page.getByLabel('E-mail address').fill('ana@harbour.example');
  await page.getByLabel('Password').fill('correct horse battery');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText(BUSY)).toBeVisible();
  expect(new URL(page.url()).searchParams.get('to')).toBe('/account');
  clearInterval(flood);

  await expect(async () => {
    await page.getByLabel('E-mail address').fill('ana@harbour.example');
    await page.getByLabel('Password').fill('correct horse battery');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText('E-mail address and password do not fit together.')).toBeVisible();
  }).toPass();
});
