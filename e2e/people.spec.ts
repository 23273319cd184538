import { expect, test, type Browser, type Page } from '@playwright/test';
import { emptyUrl, expectAccessible, PHONE, signUp } from './support';

const at = (path: string) => `${emptyUrl()}${path}`;

/** Invites by the form and gives the link that is shown where no mail goes out. */
async function invite(page: Page, org: string, email: string, fill: () => Promise<unknown>): Promise<string> {
  await page.goto(at(`/${org}/settings/people`));
  await page.getByLabel('E-mail address').fill(email);
  await fill();
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(page.getByText('Pass this link on yourself')).toBeVisible();
  return (await page.getByRole('status').locator('code').textContent()) ?? '';
}

/** Follows an invitation in a browser that was never here, and makes the account. */
async function join(
  browser: Browser,
  link: string,
  name: string,
  { javaScriptEnabled, look }: { javaScriptEnabled: boolean; look: (page: Page) => Promise<void> },
): Promise<Page> {
  const page = await (await browser.newContext({ ...PHONE, javaScriptEnabled })).newPage();
  const answer = await page.goto(link);
  expect(answer?.headers()).toMatchObject({
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex, nofollow',
  });
  await look(page);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Password').fill('a long enough password');
  await page.getByRole('button', { name: /^Create the account and join/ }).click();
  await page.waitForURL(/\/waiting$/);
  return page;
}

const statusOf = async (page: Page, path: string) => (await page.goto(at(path)))?.status();

test('a consultant keeps two clients, invites people by link, and nobody finds anything of the other client', async ({
  page,
  browser,
}) => {
  await signUp(page, { organisation: 'People Advisory', team: 'Partners' });
  for (const client of ['Quay Logistics', 'Meadow Foods']) {
    await page.goto(at('/people-advisory/clients'));
    await page.getByLabel('Name of the client').fill(client);
    await page.getByLabel('Sponsor').last().fill('CTO');
    await page.getByRole('button', { name: 'Add the client' }).click();
    await expect(page.getByRole('heading', { name: client })).toBeVisible();
  }
  await expectAccessible(page);
  await expect(
    page.getByRole('navigation', { name: 'Organisation' }).getByRole('link', { name: 'Clients' }),
  ).toBeVisible();
  await page.goto(at('/quay-logistics/teams'));
  await page.getByLabel('Name').fill('Routing');
  await page.getByRole('button', { name: 'Add' }).click();
  await page.waitForURL(/\/teams\/routing$/);

  const [mail, other] = [`vera-${process.pid}@quay.example`, `carl-${process.pid}@quay.example`];
  const link = await invite(page, 'quay-logistics', mail, async () => undefined);
  await expectAccessible(page);
  const vera = await join(browser, link, 'Vera Viewer', {
    javaScriptEnabled: true,
    look: expectAccessible,
  });
  await expectAccessible(vera);
  const teamLink = await invite(page, 'quay-logistics', other, async () => {
    await page.getByLabel('In the whole organisation').selectOption('');
    await page.getByLabel('Team or unit').selectOption('routing');
    await page.getByLabel('Role there').selectOption('contributor');
  });
  const carl = await join(browser, teamLink, 'Carl Contributor', {
    javaScriptEnabled: false,
    look: (page) => expect(page.getByText('contributor in Routing')).toBeVisible(),
  });

  for (const [who, path, status] of [
    [vera, '/quay-logistics', 200],
    [vera, '/quay-logistics/teams/routing', 200],
    [vera, '/quay-logistics/teams/routing/start', 404],
    [vera, '/quay-logistics/clients', 404],
    [vera, '/quay-logistics/settings/audit', 404],
    [vera, '/meadow-foods', 404],
    [vera, '/people-advisory', 404],
    [carl, '/quay-logistics/teams/routing', 200],
    [carl, '/quay-logistics/teams/routing/start', 200],
    [carl, '/quay-logistics/scorecard/trend', 404],
    [carl, '/quay-logistics/settings/people', 404],
    [carl, '/quay-logistics/library', 200],
    [carl, '/meadow-foods/teams', 404],
  ] as const)
    expect([path, await statusOf(who, path)]).toEqual([path, status]);

  await page.goto(at('/quay-logistics/settings/people'));
  await page.getByRole('link', { name: 'Change what Vera Viewer may do' }).click();
  await expect(page.getByRole('heading', { name: 'What Vera Viewer may do' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Remove Vera Viewer' }).click();
  await expect(page.getByText('The person is no member any more.')).toBeVisible();
  expect(await statusOf(vera, '/quay-logistics')).toBe(404);
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'This invitation is not valid (any more)' })).toBeVisible();
});

test('the last owner cannot leave, and is told what to do', async ({ page }) => {
  await signUp(page, { organisation: 'Lonely Owner', team: 'Only Team' });
  await page.goto(at('/lonely-owner/settings/people'));
  await page.getByRole('button', { name: 'Leave Lonely Owner' }).click();
  await expect(page.getByText('Make somebody else an owner first')).toBeVisible();
});
