import { expect, test } from '@playwright/test';
import { demoUrl, enter, expectAccessible } from './support';

const ASSESSMENT = '/harbour-bank/assessments/fraud-scoring-q4-2026';
const DRAFT = '/harbour-bank/assessments/fraud-scoring-q1-2027';

const PAGES = [
  '/?stay=1',
  '/about',
  '/verify',
  '/invite/none',
  '/answer/none',
  '/signin',
  '/signup',
  '/signin/code',
  '/password',
  '/password/none',
  '/confirm/address/none',
  '/confirm/new-address/none',
  '/account',
  '/account/codes',
  '/no/such/page',
  '/harbour-bank',
  '/harbour-bank/scorecard/roles',
  '/harbour-bank/scorecard/decisions',
  '/harbour-bank/find?q=model',
  '/harbour-bank/find?q=nothing+like+it',
  '/harbour-bank/settings',
  '/harbour-bank/waiting',
  '/harbour-bank/settings/people',
  '/harbour-bank/settings/sign-in',
  '/harbour-bank/settings/brand',
  '/harbour-bank/settings/phrases',
  '/harbour-bank/teams/fraud-scoring',
  '/harbour-bank/teams/fraud-scoring/start',
  '/harbour-bank/teams/fraud-scoring/compare',
  '/harbour-bank/teams/risk-and-fraud',
  '/harbour-bank/rounds',
  '/harbour-bank/rounds/q1-2027',
  '/harbour-bank/rounds/q1-2027?state=not-started',
  '/harbour-bank/rounds/q4-2026',
  DRAFT,
  `${DRAFT}?at=feature-store`,
  `${DRAFT}?at=rollback&order=aws`,
  `${DRAFT}/setup`,
  `${DRAFT}/people`,
  `${DRAFT}/edition`,
  `${DRAFT}/results`,
  `${DRAFT}/aws`,
  `${ASSESSMENT}?at=rollback`,
  `${ASSESSMENT}/results`,
  `${ASSESSMENT}/results?view=aws`,
  `${ASSESSMENT}/results?whatif=1`,
  `${ASSESSMENT}/results?trace=aws`,
  `${ASSESSMENT}/gaps`,
  `${ASSESSMENT}/roadmap`,
  `${ASSESSMENT}/roadmap?by=role`,
  `${ASSESSMENT}/report`,
  `${ASSESSMENT}/report/fraud-scoring-report`,
  `${ASSESSMENT}/findings`,
  `${ASSESSMENT}/microsoft`,
  '/harbour-bank/library',
  '/harbour-bank/library/models/google',
  '/harbour-bank/library/capabilities/model-registry',
  '/harbour-bank/library/roles',
  '/harbour-bank/library/tools',
  '/harbour-bank/library/glossary',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test(`every page is accessible on a laptop`, async ({ page }) => {
      test.setTimeout(180_000);
      await enter(page, 'team');
      for (const path of PAGES) {
        await page.goto(`${demoUrl()}${path}`);
        await expectAccessible(page);
      }
    });
  });
}

test('every page has one first heading and a title, and fits a screen of 320 pixels', async ({ page }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 320, height: 640 });
  await enter(page, 'team');
  for (const path of PAGES) {
    await page.goto(`${demoUrl()}${path}`);
    await expect(page.getByRole('heading', { level: 1 }), path).toHaveCount(1);
    expect(await page.title(), path).toMatch(/Rungs/);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(beyond, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
  }
});

test('the audit log is accessible and fits a phone, and a contributor finds none', async ({ page }) => {
  const log = `${demoUrl()}/harbour-bank/settings/audit`;
  await enter(page, 'team');
  expect((await page.goto(log))?.status()).toBe(404);
  await page.context().clearCookies();
  await page.setViewportSize({ width: 320, height: 640 });
  await enter(page, 'consultant');
  await page.goto(log);
  await expect(page.getByRole('listitem').filter({ hasText: 'Noor Haddad' }).first()).toBeVisible();
  await expectAccessible(page);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond).toBeLessThanOrEqual(0);
});

test('no page breaks the content security policy or logs an error', async ({ page }) => {
  test.setTimeout(180_000);
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404'))
      errors.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
  await enter(page, 'team');
  for (const path of PAGES) await page.goto(`${demoUrl()}${path}`, { waitUntil: 'networkidle' });
  expect(errors).toEqual([]);
});
