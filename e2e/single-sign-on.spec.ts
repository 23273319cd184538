import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test, type Page } from '@playwright/test';
import { followTo, openIdProvider } from '../lib/auth/provider-testing';
import { freePort, startNext, untilReady } from '../lib/dev/run';
import { expectAccessible, signUp } from './support';

/** A third server of the same build, and a real OpenID Connect provider that it trusts. */
let provider: Awaited<ReturnType<typeof openIdProvider>>;
let address: string;
let file: string;
let stop: () => Promise<void>;

test.beforeAll(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rungs-sso-'));
  const port = await freePort();
  file = path.join(folder, 'sso.db');
  address = `http://localhost:${port}`;
  provider = await openIdProvider(`${address}/api/auth/callback/oidc`);
  const server = startNext(port, {
    ...provider.settings,
    OIDC_NAME: 'Harbour ID',
    DATABASE_URL: `file:${file}`,
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: 'only for the browser journeys, never anywhere else',
    SIGNUP: 'open',
    LOG_LEVEL: 'error',
  });
  stop = async () => {
    server.kill();
    await new Promise((resolve) => server.once('exit', resolve));
    await provider.close();
    rmSync(folder, { recursive: true, force: true });
  };
  await untilReady(address, server);
});
test.afterAll(() => stop());

test.beforeEach(() => {
  provider.behaviour.change = (claims) => claims;
});

/** Who comes to the provider from now on. */
function person(sub: string, claims: Record<string, unknown>): void {
  provider.behaviour.person = sub;
  provider.people[sub] = { email_verified: true, ...claims };
}

async function signInBy(page: Page): Promise<void> {
  await page.goto(`${address}/signin?to=/account`);
  await page.getByRole('link', { name: 'Sign in with Harbour ID' }).click();
}

const titleIs = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

/** Forgets who was signed in, here and at the provider. */
const another = (page: Page) => page.context().clearCookies();

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    const kind = javaScriptEnabled ? 'scripted' : 'plain';

    test('somebody comes in for the first time, signs out by ending the session, and returns to the same account', async ({
      page,
    }) => {
      person(`new-${kind}`, { email: `new-${kind}@harbour.example`, name: 'Ana Ortiz' });
      await signInBy(page);
      await titleIs(page, 'Your account');
      await expect(page.getByText(`new-${kind}@harbour.example`, { exact: true })).toBeVisible();
      await expect(page.getByText('Connected to Harbour ID since')).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await another(page);
      await page.goto(`${address}/account`);
      await titleIs(page, 'Sign in');
      if (javaScriptEnabled) await expectAccessible(page);
      person(`new-${kind}`, { email: `other-${kind}@harbour.example` });
      await signInBy(page);
      await expect(page.getByText(`new-${kind}@harbour.example`, { exact: true })).toBeVisible();
    });

    test('an account with the same address is not entered until its person connects it', async ({ page }) => {
      const names = { organisation: `Own ${kind}`, team: 'First' };
      const { email, password } = await signUp(page, names, address);
      await another(page);
      person(`same-${kind}`, { email });
      await signInBy(page);
      await titleIs(page, 'Sign in');
      await expect(page.getByText('There is an account with your address already.')).toBeVisible();
      await page.getByLabel('E-mail address').fill(email);
      await page.getByLabel('Password').fill(password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL((url) => url.pathname !== '/signin');
      await page.goto(`${address}/account`);
      const form = page.locator('form').filter({ hasText: 'Connect Harbour ID' });
      await form.getByLabel('Present password').fill(password);
      await form.getByRole('button', { name: 'Connect Harbour ID' }).click();
      await titleIs(page, 'Connect Harbour ID');
      await page.getByRole('link', { name: 'Go on to Harbour ID' }).click();
      await expect(page.getByText('You are signed in by the provider now')).toBeVisible();
      await another(page);
      await signInBy(page);
      await titleIs(page, 'Your account');
      await expect(page.getByText(email)).toBeVisible();
      await page.getByRole('button', { name: 'Disconnect Harbour ID' }).click();
      await expect(page.getByText('does not let anybody into this account any more')).toBeVisible();
    });
  });
}

const expired = (): number => Math.floor(Date.now() / 1000) - 60;

for (const [what, change] of [
  ['of another issuer', () => ({ iss: 'https://login.other.example' })],
  ['with another nonce', () => ({ nonce: 'another' })],
  ['that has expired', () => ({ exp: expired() })],
] as const)
  test(`a token ${what} lets nobody in`, async ({ page }) => {
    person('mallory', { email: 'mallory@harbour.example' });
    provider.behaviour.change = (claims) => ({ ...claims, ...change() });
    await signInBy(page);
    await expect(page.getByText('could not be checked')).toBeVisible();
    await page.goto(`${address}/account`);
    await titleIs(page, 'Sign in');
  });

test('another state lets nobody in', async ({ page }) => {
  person('mallory', { email: 'mallory@harbour.example' });
  const begun = await page.context().request.get(`${address}/api/auth/signin/oidc`, { maxRedirects: 0 });
  const back = await followTo(`${address}/api/auth/callback/oidc`, begun.headers()['location'] ?? '');
  await page.goto(back.replace(/state=[^&]*/, 'state=another'));
  await expect(page.getByText('could not be checked')).toBeVisible();
});

test('where the provider is not there, the page to sign in says so', async ({ page }) => {
  await page.goto(`${address}/signin?error=OAuthSignin`);
  await expect(page.getByText('the provider could not be reached')).toBeVisible();
  await page.goto(`${address}/signin?refused=toString`);
  await titleIs(page, 'Sign in');
});

/** That the name servers of the domain answered as they should; no journey may depend on DNS. */
function verifyDomain(domain: string): void {
  const db = new Database(file);
  db.prepare('update org_domain set verified_at = ?, held = domain where domain = ?').run(Date.now(), domain);
  db.close();
}

test('a domain lets a colleague join, and a group gives them a role for as long as the provider sends it', async ({
  page,
}) => {
  const { email, password } = await signUp(page, { organisation: 'Quay', team: 'Fraud' }, address);
  const settings = `${address}/quay/settings/sign-in`;
  await page.goto(settings);
  const add = page.getByRole('button', { name: 'Add the domain' });
  await page.getByLabel('Domain of your addresses').fill('quаy.example');
  await add.click();
  await expect(page.getByText('Only the letters a to z')).toBeVisible();
  await page.getByLabel('Domain of your addresses').fill('Quay.Example');
  await add.click();
  await expect(page.getByText(/^rungs-verification=/)).toBeVisible();
  await expectAccessible(page);
  verifyDomain('quay.example');
  await page.reload();
  await page.getByLabel('Who has an address there joins').selectOption('contributor');
  await page.getByRole('button', { name: 'Save how people of quay.example join' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.getByLabel('Group').fill('ml-leads');
  await page.getByLabel('Role of its people').selectOption('facilitator');
  await page.getByLabel('Where').selectOption('fraud');
  await page.getByRole('button', { name: 'Add the group' }).click();
  await expect(page.getByText('facilitator in Fraud')).toBeVisible();
  await expectAccessible(page);

  const people = `${address}/quay/settings/people`;
  const colleague = { email: 'cara@quay.example', name: 'Cara Quinn' };
  await another(page);
  person('cara', { ...colleague, groups: ['ml-leads', 'choir'] });
  await signInBy(page);
  await titleIs(page, 'Your account');
  await page.goto(people);
  const cara = page.getByRole('listitem').filter({ hasText: 'Cara Quinn' });
  await expect(cara).toContainText('contributor');
  await expect(cara).toContainText('facilitator in Fraud, from the group ml-leads');

  await another(page);
  person('cara', colleague);
  await signInBy(page);
  await page.goto(people);
  await expect(cara).toContainText('contributor');
  await expect(cara).not.toContainText('ml-leads');

  await another(page);
  person('forger', { email: 'forger@quay.example', email_verified: false });
  await signInBy(page);
  await titleIs(page, 'Sign in');

  await page.goto(`${address}/signin?to=/quay/settings/people`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Change what Cara Quinn may do' }).click();
  await page.getByRole('button', { name: 'Remove Cara Quinn' }).click();
  await expect(page.getByText('The person is no member any more.')).toBeVisible();
  await another(page);
  person('cara', { ...colleague, groups: ['ml-leads'] });
  await signInBy(page);
  await titleIs(page, 'Your account');
  await page.goto(people);
  await expect(cara).toBeHidden();
});
