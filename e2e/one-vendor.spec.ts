import { expect, test, type Page } from '@playwright/test';
import { readPdf } from '../lib/pdf/read-pdf';
import { startDraft } from './support';

const STRANGERS = /Microsoft|Azure|Google|Vertex/i;

/** What the page says of the assessment: a choice of questionnaires and the footer may name every vendor. */
async function expectNoOtherVendor(page: Page): Promise<void> {
  const words = await page.getByRole('main').innerText();
  expect(words.length).toBeGreaterThan(200);
  expect(words.match(STRANGERS)?.[0], page.url()).toBeUndefined();
}

test('who takes the AWS questionnaire alone meets no other vendor, from the first question to the PDF', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const { address } = await startDraft(page, {
    organisation: 'Only One',
    team: 'Solo',
    without: ['Microsoft', 'Google'],
  });

  await page.goto(`${address}?order=aws`, { waitUntil: 'networkidle' });
  await expectNoOtherVendor(page);
  await page.getByRole('link', { name: 'Start', exact: true }).click();
  const levels = new Set<string>();
  for (let answered = 0; answered < 33; answered += 1) {
    await expect(page.getByRole('group').first()).toBeVisible();
    await expectNoOtherVendor(page);
    levels.add(
      (await page.getByRole('main').innerText()).match(/Initial|Repeatable|Reliable|Scalable/)?.[0] ?? '',
    );
    await page.keyboard.press('2');
    await page.keyboard.press('Enter');
    if ((await page.getByRole('heading', { name: /is done/ }).count()) > 0)
      await page.keyboard.press('Enter');
  }
  expect([...levels]).toEqual(['Initial', 'Repeatable', 'Reliable', 'Scalable']);
  await expect(page.getByText('33 of 33 answered').filter({ visible: true }).first()).toBeVisible();

  for (const part of ['/results', '/gaps', '/report', '/aws']) {
    await page.goto(`${address}${part}`);
    await expectNoOtherVendor(page);
  }
  const pdf = await page.request.get(`${address}/report/pdf`);
  const { text } = await readPdf(await pdf.body());
  expect(text).toContain('Repeatable');
  expect(text.match(STRANGERS)?.[0]).toBeUndefined();
});

test('a statement made for one vendor alone changes its level, and a questionnaire added asks only what is new', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const { address } = await startDraft(page, {
    organisation: 'State And Add',
    team: 'Solo',
    without: ['Microsoft', 'Google'],
  });
  await page.goto(`${address}?at=rollback`, { waitUntil: 'networkidle' });
  await page.keyboard.press('3');
  await expect(page.getByRole('status')).toContainText(/^Saved/);

  await page.goto(`${address}/aws`);
  const statement = page.locator('#A2-ENV3');
  await expect(statement).toContainText('not known');
  const state = async (choice: string, why: string) => {
    await statement.getByText('Source, or state otherwise').click();
    await statement.getByLabel(choice).check();
    await statement.getByLabel(/^Why, or what to show/).fill(why);
    await statement.getByRole('button', { name: 'Save' }).click();
    await expect(statement.getByText(`“${why}”`)).toBeInViewport();
  };
  await page.goto(`${address}/aws?at=A2-ENV3`, { waitUntil: 'networkidle' });
  await state('It does not hold', 'Said by the auditor.');
  await expect(statement).toContainText('not yet');
  await state('It holds', 'Mended since.');
  await expect(statement.getByText(/✓\s*holds/)).toBeVisible();
  await expect(statement).not.toContainText('not yet');

  await page.goto(`${address}/google`);
  await page.getByRole('button', { name: 'Add the Google questionnaire' }).click();
  await expect(page.getByRole('heading', { name: /Google/ }).first()).toBeVisible();
  await page.goto(`${address}?at=rollback`, { waitUntil: 'networkidle' });
  await expect(page.locator('input[name=choice][value="3"]')).toBeChecked();
  await expect(
    page
      .getByText(/^1 of \d+ answered/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
});
