import { spawnSync } from 'node:child_process';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { emptyUrl, expectAccessible, signUp } from './support';

/** The command line of whoever runs the empty installation; the last line that it prints. */
function admin(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'lib/cli/main.ts', 'admin', ...args],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        DATABASE_URL: process.env['EMPTY_DATABASE'],
        NEXTAUTH_URL: emptyUrl(),
        NEXTAUTH_SECRET: 'of the command line alone, which signs nothing',
      },
    },
  );
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  return stdout.trim().split('\n').at(-1) ?? '';
}

async function signOut(page: Page): Promise<void> {
  await page.context().clearCookies({ name: 'next-auth.session-token' });
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto(`${emptyUrl()}/signin?to=/account`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const titleIs = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

async function enterCode(page: Page, code: string): Promise<void> {
  await titleIs(page, 'Enter a code');
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    const kind = javaScriptEnabled ? 'Scripted' : 'Plain';

    test('an address is confirmed by the button behind its link, and a password set anew by another', async ({
      page,
    }) => {
      const { email, password } = await signUp(page, { organisation: `${kind} Links`, team: 'First' });
      const confirming = admin('link', '--email', email, '--kind', 'verify-email');
      await page.goto(`${emptyUrl()}/account`);
      await expect(page.getByText('not confirmed')).toBeVisible();
      for (let time = 0; time < 2; time += 1) await page.goto(confirming);
      await page.goto(`${emptyUrl()}/account`);
      await expect(page.getByText('not confirmed')).toBeVisible();
      await page.goto(confirming);
      await page.getByRole('button', { name: 'Confirm this address' }).click();
      await expect(page.getByText('The address is confirmed.')).toBeVisible();
      await expect(page.getByText('not confirmed')).toBeHidden();

      await page.goto(`${emptyUrl()}/password`);
      await expect(page.getByText('This installation sends no mail.')).toBeVisible();
      const resetting = admin('link', '--email', email, '--kind', 'reset-password');
      await page.goto(resetting);
      await page.getByLabel('New password').fill('short');
      await page.getByRole('button', { name: 'Set the password' }).click();
      await expect(page.getByText('at least 10 characters', { exact: true })).toBeVisible();
      await expect(page.getByLabel('New password')).toHaveValue('');
      await page.getByLabel('New password').fill('quite another password');
      await page.getByRole('button', { name: 'Set the password' }).click();
      await expect(page.getByText('Your new password is set')).toBeVisible();
      await page.goto(resetting);
      await expect(page.getByText('This link is not valid any more.')).toBeVisible();
      await signIn(page, email, password);
      await expect(page.getByText('do not fit together')).toBeVisible();
      await signIn(page, email, 'quite another password');
      await titleIs(page, 'Your account');
    });

    test('codes are set up, asked for at sign-in, replaced by a recovery code, and turned off', async ({
      page,
    }) => {
      const { email, password } = await signUp(page, { organisation: `${kind} Codes`, team: 'First' });
      await page.goto(`${emptyUrl()}/account/codes`);
      await page.getByLabel('Present password').fill(password);
      await page.getByRole('button', { name: 'Begin' }).click();
      await expect(page.getByRole('img', { name: /as a picture/ })).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      const secret = ((await page.locator('main code').textContent()) ?? '').replaceAll(' ', '');
      const app = new TOTP({ secret: Secret.fromBase32(secret) });
      await page.getByLabel('Code that the app shows now').fill('000000');
      await page.getByRole('button', { name: 'Turn codes on' }).click();
      await expect(page.getByText('That is not the code of now.')).toBeVisible();
      await page.getByLabel('Code that the app shows now').fill(app.generate());
      await page.getByRole('button', { name: 'Turn codes on' }).click();
      const shown = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
      await expect(shown).toHaveCount(10);
      const codes = await shown.allTextContents();
      if (javaScriptEnabled) await expectAccessible(page);

      await signOut(page);
      await signIn(page, email, password);
      await enterCode(page, '000000');
      await expect(page.getByText('That is not a code that works now.')).toBeVisible();
      // The code of the next half minute, as that of this one was used up by turning codes on.
      await enterCode(page, app.generate({ timestamp: Date.now() + 30_000 }));
      await titleIs(page, 'Your account');
      await expect(page.getByText('10 of 10 recovery codes are left')).toBeVisible();

      await signOut(page);
      await signIn(page, email, password);
      await enterCode(page, codes[0] ?? '');
      await expect(page.getByText('9 of 10 recovery codes are left')).toBeVisible();
      await page.getByRole('link', { name: 'Turn them off' }).click();
      await titleIs(page, 'Codes at sign-in');
      await page.getByLabel('Present password').fill(password);
      await page.getByLabel('Code', { exact: true }).fill(codes[1] ?? '');
      await page.getByRole('button', { name: 'Turn codes off' }).click();
      await expect(page.getByText('Codes are not asked for any more.')).toBeVisible();
      await signOut(page);
      await signIn(page, email, password);
      await titleIs(page, 'Your account');
    });

    test('a session on another device is ended from here, and one with a new password on all', async ({
      page,
      browser,
    }) => {
      const { email, password } = await signUp(page, { organisation: `${kind} Sessions`, team: 'First' });
      const other = await otherDevice(browser);
      await signIn(other, email, password);
      await titleIs(other, 'Your account');
      await page.goto(`${emptyUrl()}/account`);
      await expect(page.getByText('Firefox on Android')).toBeVisible();
      await page.getByRole('button', { name: /^End it: Firefox on Android/ }).click();
      await expect(page.getByText('Firefox on Android')).toBeHidden();
      await other.reload();
      await titleIs(other, 'Sign in');

      await signIn(other, email, password);
      await titleIs(other, 'Your account');
      await page.goto(`${emptyUrl()}/account`);
      await page.getByLabel('Present password').last().fill('not the password');
      await page.getByLabel('New password').fill('quite another password');
      await page.getByRole('button', { name: 'Change the password' }).click();
      await expect(page.getByText('That is not your present password.')).toBeVisible();
      await page.getByLabel('Present password').last().fill(password);
      await page.getByLabel('New password').fill('quite another password');
      await page.getByRole('button', { name: 'Change the password' }).click();
      await expect(page.getByText('Your password is changed.')).toBeVisible();
      await other.reload();
      await titleIs(other, 'Sign in');
      await other.context().close();
    });
  });
}

test('an account is deleted with a notice on every page, kept by one button, and never while it alone owns an organisation', async ({
  page,
  browser,
}) => {
  const { password } = await signUp(page, { organisation: 'Leaving', team: 'First' });
  await page.goto(`${emptyUrl()}/account`);
  await expect(
    page.getByText('You are the only owner of Leaving: hand it over or delete it first.'),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Delete the account' })).toBeHidden();
  await page.goto(`${emptyUrl()}/leaving/settings`);
  await page.getByLabel('To delete it, type Leaving').fill('Leaving');
  await page.getByRole('button', { name: /Delete Leaving/ }).click();
  await expect(page.getByText('Leaving and everything in it is deleted on')).toBeVisible();

  await page.goto(`${emptyUrl()}/account`);
  await page.getByLabel('Present password').last().fill('not the password');
  await page.getByRole('button', { name: 'Delete the account' }).click();
  await expect(page.getByText('That is not your present password.')).toBeVisible();
  await page.getByLabel('Present password').last().fill(password);
  await page.getByRole('button', { name: 'Delete the account' }).click();
  await expect(page.getByText('Your account is to be deleted. All other sessions were ended.')).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${emptyUrl()}/leaving/waiting`);
  await expect(page.getByText(/^Your account is deleted on /)).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('form', { name: 'Keep your account' })
    .getByRole('button', { name: 'Keep it' })
    .click();
  await expect(page.getByText('Your account stays.')).toBeVisible();
  await expect(page.getByText(/^Your account is deleted on /)).toBeHidden();

  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const without = await plain.newPage();
  await without.goto(`${emptyUrl()}/account`);
  await without.getByLabel('Present password').last().fill(password);
  await without.getByRole('button', { name: 'Delete the account' }).click();
  await expect(without.getByText(/^It goes on /)).toBeVisible();
  await without.getByRole('button', { name: 'Keep it' }).click();
  await expect(without.getByText('Your account stays.')).toBeVisible();
  await plain.close();
});

async function otherDevice(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    userAgent: 'Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0',
  });
  return context.newPage();
}

test('five wrong codes start the sign-in over, and whoever runs the installation takes codes away', async ({
  page,
}) => {
  const { email, password } = await signUp(page, { organisation: 'Lost Phone', team: 'First' });
  await page.goto(`${emptyUrl()}/account/codes`);
  await page.getByLabel('Present password').fill(password);
  await page.getByRole('button', { name: 'Begin' }).click();
  const secret = ((await page.locator('main code').textContent()) ?? '').replaceAll(' ', '');
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  await page.getByLabel('Code that the app shows now').fill(code);
  await page.getByRole('button', { name: 'Turn codes on' }).click();
  await expect(page.getByRole('heading', { name: /Keep these recovery codes/ })).toBeVisible();
  await signOut(page);
  await signIn(page, email, password);
  for (let wrong = 0; wrong < 5; wrong += 1) {
    await enterCode(page, `00000${wrong}`);
    await expect(page.getByText('That is not a code that works now.')).toBeVisible();
    // The form is empty again once it was answered.
    await expect(page.getByLabel('Code')).toHaveValue('');
  }
  await enterCode(page, '000009');
  await expect(page.getByText('That sign-in is over')).toBeVisible();
  admin('reset-second-factor', '--email', email);
  await signIn(page, email, password);
  await titleIs(page, 'Your account');
});

test('an account that the command line makes is entered by its link', async ({ page }) => {
  const email = `first-${process.pid}@example.org`;
  const link = admin(
    'create',
    '--email',
    email,
    '--name',
    'First Owner',
    '--organisation',
    'First Of All',
    '--link',
  );
  await page.goto(link);
  await page.getByLabel('New password').fill('a long enough password');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await signIn(page, email, 'a long enough password');
  await titleIs(page, 'Your account');
  await page.goto(`${emptyUrl()}/first-of-all`);
  await titleIs(page, 'First Of All');
});
