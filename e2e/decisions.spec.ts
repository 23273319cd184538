import { expect, test } from '@playwright/test';
import { demoUrl, enter, expectAccessible } from './support';

const PAGE = '/harbour-bank/scorecard/decisions';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a proposal becomes a decision that the executive reads, and is settled in words', async ({
    browser,
    page,
  }) => {
    await enter(page, 'consultant');
    await page.getByRole('link', { name: /more are proposed$/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Decisions');
    const proposal = page.getByRole('listitem').filter({ hasText: 'One tool for data validation' });
    await proposal.locator('summary', { hasText: 'Make it a decision' }).click();
    await proposal.getByLabel('What is to be decided').fill('');
    await proposal.getByRole('button', { name: 'Put it on the scorecard' }).click();
    await expect(proposal.getByLabel('What is to be decided')).toBeVisible();
    await expect(page.locator('[aria-invalid]')).toHaveCount(1);

    await page.goto(`${demoUrl()}${PAGE}`);
    await proposal.locator('summary', { hasText: 'Make it a decision' }).click();
    await proposal.getByLabel('What is to be decided').fill('One way to check data');
    await proposal.getByLabel('Before').fill('2027-02-28');
    await proposal.getByRole('button', { name: 'Put it on the scorecard' }).click();
    const decision = page.getByRole('listitem').filter({ hasText: 'One way to check data' });
    await expect(decision).toContainText('before 28 Feb 2027');
    await expect(page.getByText('One tool for data validation')).toHaveCount(0);

    const executive = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await enter(executive, 'executive');
    await expect(executive.getByText('One way to check data')).toBeVisible();
    await executive.goto(`${demoUrl()}${PAGE}`);
    await expect(executive.getByText('One way to check data')).toBeVisible();
    await expect(
      executive.getByRole('button', { name: /Put it on the scorecard|Dismiss|Take it off/ }),
    ).toHaveCount(0);
    await executive.context().close();

    await decision.locator('summary', { hasText: 'Say what was decided' }).click();
    await decision.getByLabel('What was decided').fill('Great Expectations, from March on.');
    await decision.getByRole('button', { name: 'It is decided' }).click();
    const settled = page.locator('section', { has: page.getByRole('heading', { name: 'Settled' }) });
    await expect(settled).toContainText('Great Expectations, from March on.');
  });
});

test('of two people who change a decision the second is told, and keeps their words', async ({
  browser,
  page,
}) => {
  await enter(page, 'consultant');
  await page.goto(`${demoUrl()}${PAGE}`);
  const own = page.locator('section', { has: page.getByRole('heading', { name: 'One of your own' }) });
  await own.getByLabel('What is to be decided').fill('One cloud');
  await own.getByLabel('Teams that wait').fill('3');
  await own.getByRole('button', { name: 'Put it on the scorecard' }).click();
  const open = (on: typeof page, title: string) =>
    on.getByRole('listitem').filter({ has: on.getByRole('heading', { name: title }) });
  await expect(open(page, 'One cloud')).toContainText('3 teams wait');
  await expectAccessible(page);

  const other = await (await browser.newContext()).newPage();
  await enter(other, 'consultant');
  await other.goto(`${demoUrl()}${PAGE}`);
  for (const [on, words] of [
    [page, 'One cloud for all'],
    [other, 'Two clouds'],
  ] as const) {
    await open(on, 'One cloud').locator('summary', { hasText: 'Change it' }).click();
    await open(on, 'One cloud').getByLabel('What is to be decided').fill(words);
    await open(on, 'One cloud').getByRole('button', { name: 'Save' }).click();
    if (on === page) await expect(page.getByRole('heading', { name: 'One cloud for all' })).toBeVisible();
  }
  await expect(other.getByText('Somebody changed this decision meanwhile.')).toBeVisible();
  await expect(open(other, 'One cloud').getByLabel('What is to be decided')).toHaveValue('Two clouds');
  await other.context().close();
});

test('the roles page shows by quarter what the plans ask for, and in which teams people are missing', async ({
  page,
}) => {
  await enter(page, 'executive');
  await page.getByRole('link', { name: 'roles', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Roles in demand');
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'ML engineer' }) });
  await expect(row).toContainText('short');
  await page.getByRole('link', { name: 'Market risk models' }).first().click();
  await expect(page).toHaveURL(/teams\/market-risk\/plan$/);
});
