import { expect, type Browser, type Page } from '@playwright/test';
import axe from 'axe-core';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** The two servers that `servers.ts` started. */
export const demoUrl = (): string => required('DEMO_URL');
export const emptyUrl = (): string => required('EMPTY_URL');

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: servers.ts did not run`);
  return value;
}

/** Goes through one of the demo's doors. */
export async function enter(
  page: Page,
  door: 'team' | 'consultant' | 'executive',
  at = demoUrl(),
): Promise<void> {
  await page.goto(at);
  await page
    .getByRole('button', { name: `Look around as a${door === 'executive' ? 'n' : ''} ${door}` })
    .click();
  await expect(page.getByRole('banner').getByText('Harbour Bank')).toBeVisible();
}

let people = 0;

/** A new account with its organisation and first team, and the address of the organisation. */
export async function signUp(
  page: Page,
  names: { organisation: string; team: string },
  at = emptyUrl(),
): Promise<{ email: string; password: string }> {
  people += 1;
  const email = `person-${process.pid}-${people}@example.org`;
  const password = 'a long enough password';
  await page.goto(`${at}/signup`);
  await page.getByLabel('Your name').fill('Ada Example');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByLabel('Organisation').fill(names.organisation);
  await page.getByLabel('First team').fill(names.team);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.waitForURL(/\/start$/);
  return { email, password };
}

/** A new account whose team begins an assessment, on all questionnaires but those named; gives its address too. */
export async function startDraft(
  page: Page,
  names: { organisation: string; team: string; without?: string[] },
): Promise<{ email: string; password: string; address: string }> {
  const account = await signUp(page, names);
  for (const vendor of names.without ?? []) await page.getByRole('checkbox', { name: vendor }).uncheck();
  await page.getByRole('button', { name: /^Start/ }).click();
  await page.waitForURL(/\/assessments\/[^/?]+/);
  return { ...account, address: `${emptyUrl()}${new URL(page.url()).pathname}` };
}

export const PHONE = { viewport: { width: 390, height: 844 } };

/** Invites a contributor to the whole organisation, who joins on a phone of their own. */
export async function colleague(
  owner: Page,
  browser: Browser,
  { org, name, javaScriptEnabled }: { org: string; name: string; javaScriptEnabled: boolean },
): Promise<Page> {
  people += 1;
  await owner.goto(`${emptyUrl()}/${org}/settings/people`);
  await owner.getByLabel('E-mail address').fill(`colleague-${process.pid}-${people}@example.org`);
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

/** The page is accessible in both themes; takes a picture of each where a folder for them is named. */
export async function look(page: Page, name: string): Promise<void> {
  // The bar at the foot of a question covers what is behind it, wherever one has scrolled to.
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  const folder = process.env['PICTURES'];
  for (const colorScheme of ['dark', 'light'] as const) {
    // A colour on its way from one theme to the other is neither.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(page);
    if (folder !== undefined)
      await page.screenshot({ path: `${folder}/${name}-${colorScheme}.png`, fullPage: true });
  }
}

/** axe finds nothing, and nothing scrolls sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async () => (await window.axe.run({ rules: { 'target-size': { enabled: true } } })).violations,
  );
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
  expect(found, page.url()).toEqual([]);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}
