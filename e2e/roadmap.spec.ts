import { expect, test } from '@playwright/test';
import { demoUrl, enter, expectAccessible } from './support';

/** Of a team that follows no plan yet. */
const ROADMAP = 'harbour-bank/assessments/contact-centre-q4-2026/roadmap';

test('a plan follows the slider, two scenarios are compared, one is chosen, kept and taken to Jira', async ({
  page,
}) => {
  await enter(page, 'consultant');
  await page.goto(`${demoUrl()}/${ROADMAP}`);
  const summary = page.locator('section', { has: page.getByRole('heading', { name: 'When are we there?' }) });
  const before = await summary.locator('p').first().textContent();
  await page.getByLabel(/^Share of their time/).fill('100');
  await expect(summary.locator('p').first()).not.toHaveText(before ?? '');
  await expect(page).toHaveURL(/share=100/);
  await page.getByLabel('Name of this scenario').fill('All hands');
  await page.getByRole('button', { name: 'Save as a scenario' }).click();
  await expect(page.getByText('The scenario is saved.')).toBeVisible();
  await page.getByLabel(/^Share of their time/).fill('25');
  await expect(page).toHaveURL(/share=25/);
  await page.getByLabel('Name of this scenario').fill('A day a week');
  await page.getByRole('button', { name: 'Save as another' }).click();
  await expect(page.getByRole('link', { name: 'A day a week' })).toHaveAttribute('aria-current', 'page');
  await expectAccessible(page);

  await page.getByText(/steps? in words, by start$/).click();
  await page
    .getByRole('link', { name: /^Change this step/ })
    .first()
    .click();
  await page.getByLabel('Leave it out, because').fill('Not this year.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Change the step' }).click();
  await expect(page.getByText('excluded: Not this year.')).toBeVisible();
  await expect(page.getByText(/^What was changed by hand/)).toBeVisible();

  await page.getByRole('link', { name: 'Compare' }).click();
  await expect(page.getByRole('columnheader', { name: 'All hands' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Finish' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'All hands' }).click();

  const jira = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Jira Cloud', exact: true }).click();
  expect((await jira).suggestedFilename()).toMatch(/All hands - Jira\.csv$/);
  const pdf = page.waitForEvent('download');
  await page.getByRole('link', { name: 'PDF', exact: true }).click();
  expect((await pdf).suggestedFilename()).toMatch(/All hands - roadmap\.pdf$/);

  await page.getByRole('button', { name: 'Make it the plan' }).click();
  await expect(page.getByText('This is the plan of the team from now on.')).toBeVisible();
  await page.getByRole('link', { name: 'Plan: All hands' }).click();
  await page.getByRole('link', { name: 'What was promised, and how it stands' }).click();
  await page
    .getByText(/^What is to be done, and by whom/)
    .first()
    .click();
  const form = page
    .locator('form')
    .filter({ has: page.getByLabel('Owner') })
    .first();
  await form.getByLabel('Owner').fill('Ana Ortiz');
  await form.getByLabel('Status').selectOption('done');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('name what shows that it is done')).toBeVisible();
  await form.getByLabel('What shows that it is done').fill('The pipeline that runs it');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('done, to be accepted').first()).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('button', { name: /^Accept rung/ })
    .first()
    .click();
  await expect(page.getByText('there, accepted').first()).toBeVisible();
});

test('without JavaScript the form asks for a plan, and what it cannot take is said at its field', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await enter(page, 'executive');
  await page.goto(`${demoUrl()}/${ROADMAP}?people.data-scientist=-3&share=40`);
  await expect(page.getByText('expected at least 0')).toBeVisible();
  await page.getByLabel('People: Data scientist').fill('4');
  await page.getByRole('button', { name: 'Plan with these' }).click();
  await expect(page).toHaveURL(/people\.data-scientist=4/);
  await expect(page.getByRole('heading', { name: 'What happens when?' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save as a scenario' })).toHaveCount(0);
  await context.close();
});
