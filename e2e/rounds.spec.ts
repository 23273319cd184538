import { expect, test, type Page } from '@playwright/test';
import { emptyUrl, expectAccessible, signUp } from './support';

const TEAMS = ['Cards', 'Loans', 'Deposits', 'Mortgages', 'Churn', 'Offers'];
const MORE = ['Claims', 'Motor', 'Home', 'Life', 'Photos', 'Exposure'];

const CSV = [
  'name,parent',
  ...['Retail', 'Insurance'],
  ...TEAMS.map((name) => `${name},Retail`),
  ...MORE.map((name) => `${name},Insurance`),
].join('\n');

async function importTeams(page: Page, org: string): Promise<void> {
  await page.goto(`${emptyUrl()}/${org}/teams`);
  await page.getByLabel('List of teams, comma-separated').fill(CSV);
  await page.getByRole('button', { name: 'Check, write nothing' }).click();
  await page.getByRole('button', { name: /^Import \d+ teams/ }).click();
  await expect(page.getByText(/^Imported: 14 added/)).toBeVisible();
}

test('an owner opens a round for twelve teams, chases two, and closes it', async ({ page }) => {
  test.setTimeout(120_000);
  await signUp(page, { organisation: 'Twelve Teams', team: 'Platform' });
  const org = `${emptyUrl()}/twelve-teams`;
  await importTeams(page, 'twelve-teams');

  await page.getByRole('link', { name: 'Rounds', exact: true }).click();
  await expect(page.getByLabel('Name of the round')).toHaveValue(/^Q[1-4] \d{4}$/);
  await expectAccessible(page);
  await page.getByLabel('Due on').fill('2020-01-01');
  await page.getByRole('checkbox', { name: /^Retail: all of this unit, 6 teams/ }).check();
  await page.getByRole('checkbox', { name: /^Insurance: all of this unit, 6 teams/ }).check();
  await page.getByRole('button', { name: 'Open the round' }).click();
  await expect(page.getByText('this day is past')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^Insurance/ })).toBeChecked();
  const due = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Due on').fill(due);
  await page.getByLabel('Name of the round').fill('Spring');
  await page.getByRole('button', { name: 'Open the round' }).click();
  await page.waitForURL(/\/rounds\/[^/]+$/);
  const round = page.url();
  await expect(page.getByText(/^0 of 12 finished, due .*, 12 not started$/)).toBeVisible();

  await page.goto(`${org}/teams/cards`);
  await expect(page.getByText(/^Spring is due/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Start the assessment' }).click();
  await expect(page.getByLabel('Name of this assessment')).toHaveValue('Spring');
  await page.getByRole('button', { name: 'Start answering' }).click();
  await page.waitForURL(/\/assessments\//);
  await page.goto(`${page.url()}?at=rollback`, { waitUntil: 'networkidle' });
  await page.keyboard.press('2');
  await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible();
  await page.goto(`${org}/teams/cards`);
  await expect(page.getByRole('link', { name: 'Go on with the draft' })).toBeVisible();

  await page.goto(`${round}?state=not-started`, { waitUntil: 'networkidle' });
  await expect(page.getByRole('row')).toHaveCount(12);
  const row = (name: string) => page.getByRole('row', { name });
  await expect(row('Loans')).toContainText('not started');
  for (const team of ['Loans', 'Claims']) {
    await page.getByRole('button', { name: `Remind ${team}` }).click();
    await expect(page.getByText(`Noted as reminded today: ${team}.`)).toBeVisible();
    await expect(page.getByLabel('Text of the reminder')).toHaveValue(
      new RegExp(`${team}: not started\\s+${org}/teams/${team.toLowerCase()}`),
    );
    await expect(row(team)).toContainText(/\d{4}/);
  }
  await expect(row('Deposits')).toContainText('not yet');
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Answering 1' }).click();
  await expect(row('Cards')).toContainText(/answering, 1 of \d+/);
  await expect(row('Cards')).toContainText('Ada Example');
  await page.getByRole('button', { name: 'Remind this team' }).click();
  await expect(page.getByRole('link', { name: /@example\.org$/ })).toHaveAttribute(
    'href',
    /^mailto:.*Spring/,
  );

  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  await page.getByText('Change …').click();
  await page.getByRole('checkbox', { name: 'Exposure' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/^0 of 11 finished/)).toBeVisible();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.getByText('Close …').click();
  await expect(page.getByText(/11 teams have not finished/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Close this round' }).click();
  await expect(page.getByText(/^0 of 11 finished, closed/)).toBeVisible();
  await expect(row('Cards')).toContainText('begun, not finished');
  await expect(page.getByRole('button', { name: /^Remind/ })).toHaveCount(0);
  await page.goto(`${org}/rounds`);
  await expect(page.getByRole('link', { name: 'Spring' })).toBeVisible();
  await page.getByRole('button', { name: 'Mail me when a round closes' }).click();
  await expect(page.getByRole('button', { name: 'No more mails' })).toBeVisible();
  await expectAccessible(page);
});

test('without JavaScript a round is opened, refused with what was chosen kept, reminded and closed', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signUp(page, { organisation: 'Plain Rounds', team: 'Platform' });
  await importTeams(page, 'plain-rounds');
  await page.goto(`${emptyUrl()}/plain-rounds/rounds`);
  await page.getByText('Single teams of Insurance').click();
  await page.getByRole('checkbox', { name: 'Motor' }).check();
  await page.getByRole('checkbox', { name: 'Life' }).check();
  await page.getByLabel('Name of the round').fill(' ');
  await page.getByRole('button', { name: 'Open the round' }).click();
  await expect(page.getByText('name the round, such as the quarter')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Life' })).toBeChecked();
  await page.getByLabel('Name of the round').fill('Plain');
  await page.getByRole('button', { name: 'Open the round' }).click();
  await expect(page.getByText(/^0 of 2 finished/)).toBeVisible();
  await page.getByRole('button', { name: 'Remind these 2 teams' }).click();
  await expect(page.getByLabel('Text of the reminder')).toHaveValue(/Motor: not started/);
  await page.getByText('Close …').click();
  await page.getByRole('button', { name: 'Close this round' }).click();
  await expect(page.getByText(/^0 of 2 finished, closed/)).toBeVisible();
  await context.close();
});
