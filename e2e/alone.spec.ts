import { expect, test, type Page } from '@playwright/test';
import { colleague, emptyUrl, look, PHONE, startDraft } from './support';

const SECRET = 'quillwort';

test('three members and a guest answer alone, nobody reads it before it is opened, and then nobody changes it', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const { address } = await startDraft(page, { organisation: 'Blind Harbour', team: 'Fraud' });
  const org = 'blind-harbour';
  const ben = await colleague(page, browser, { org, name: 'Ben', javaScriptEnabled: true });
  const cara = await colleague(page, browser, { org, name: 'Cara', javaScriptEnabled: false });
  const dan = await colleague(page, browser, { org, name: 'Dan', javaScriptEnabled: true });

  await page.goto(`${address}/people`);
  await look(page, 'people-together-wide');
  await page.getByRole('radio', { name: /^Each alone/ }).check();
  await page.getByRole('checkbox', { name: /^People without an account/ }).check();
  await page.getByLabel('Answers are due').fill('2030-03-31');
  await page.getByRole('button', { name: 'Save how it is answered' }).click();
  await expect(page.getByText('How this is answered is saved.')).toBeVisible();
  for (const name of ['Ben', 'Cara', 'Dan'])
    await page.getByRole('checkbox', { name: new RegExp(name) }).check();
  await page.getByRole('button', { name: 'Ask them' }).click();
  await expect(page.getByText('Asked: Ben, Cara and Dan.')).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('Grace Guest');
  await page.getByLabel('E-mail address').fill('grace@guest.example');
  await page.getByRole('button', { name: 'Ask the guest' }).click();
  await expect(page.getByText('Pass this link on to Grace Guest yourself')).toBeVisible();
  const link = (await page.locator('code').textContent()) ?? '';
  await look(page, 'people-wide');
  await page.setViewportSize(PHONE.viewport);
  await look(page, 'people-phone');
  await page.setViewportSize({ width: 1440, height: 900 });

  // The owner says what Ben is asked, and writes down what Ines says.
  await page.getByRole('link', { name: 'Roles and questions of Ben' }).click();
  await page.getByRole('checkbox', { name: 'Data engineer' }).check();
  for (const domain of ['Business and people', 'Data'])
    await page.getByRole('button', { name: new RegExp(`^All \\d+ questions of ${domain}$`) }).click();
  await look(page, 'person-wide');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('not begun, 10 questions', { exact: true })).toBeVisible();
  await page.getByLabel('Who is interviewed').fill('Ines');
  await page.getByRole('button', { name: 'Add the interview' }).click();
  await page.getByRole('link', { name: 'Write down answers of Ines' }).click();
  await look(page, 'interview-wide');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('radio', { name: /^1/ }).check();
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await page.reload();
  await expect(page.getByText('1 of 43 answered').filter({ visible: true })).toBeVisible();

  // Ben, with scripts, and ten questions.
  await ben.goto(`${emptyUrl()}/${org}/waiting`);
  await ben.getByRole('link', { name: /of Fraud$/ }).click();
  await expect(ben.getByRole('heading', { name: 'Who sees an answer, and when' })).toBeVisible();
  await look(ben, 'first-phone');
  await ben.setViewportSize({ width: 1440, height: 900 });
  await look(ben, 'first-wide');
  await ben.getByRole('button', { name: 'Begin' }).click();
  await ben.getByRole('radio', { name: /^3/ }).check();
  await ben.getByText('Note').first().click();
  await ben.getByRole('textbox', { name: /note/i }).fill(SECRET);
  await expect(ben.getByText(/^Saved/)).toBeVisible();
  await look(ben, 'question-wide');
  await expect(ben.getByRole('link', { name: 'Only mine (10)' })).toBeVisible();
  await ben.getByText('Give it to somebody else').click();
  await expect(ben.getByLabel('Who is asked for it instead')).toBeVisible();

  // Cara, without.
  await cara.goto(address);
  await cara.getByRole('button', { name: 'Begin' }).click();
  await cara.getByRole('radio', { name: /^2/ }).check();
  await cara.getByRole('button', { name: /^Next/ }).click();
  await cara.waitForURL(/at=/);
  await expect(cara.getByText('1 of', { exact: false }).first()).toBeVisible();

  // Grace, by her link, on a device that nobody knows.
  const grace = await (await browser.newContext(PHONE)).newPage();
  const answered = await grace.goto(link);
  expect(answered?.headers()).toMatchObject({ 'cache-control': 'private, no-store' });
  await expect(grace.getByText('Blind Harbour')).toHaveCount(0);
  await look(grace, 'guest-first-phone');
  await grace.getByRole('button', { name: 'Begin' }).click();
  await grace.getByRole('radio', { name: /^1/ }).check();
  await expect(grace.getByText(/^Saved/)).toBeVisible();
  await look(grace, 'guest-question-phone');
  await grace.setViewportSize({ width: 1440, height: 900 });
  await look(grace, 'guest-question-wide');
  await expect(grace.getByText('Blind Harbour')).toHaveCount(0);
  await grace.reload();
  await grace.goto(`${link}?at=finish`);
  await grace.getByRole('button', { name: 'I am done' }).click();
  await expect(grace.getByRole('heading', { name: 'Thank you' })).toBeVisible();
  await look(grace, 'guest-done-wide');

  // Until it is opened the owner, who facilitates, reads counts alone, and Dan nothing of Ben's.
  for (const path of ['', '/people', '/results', '/gaps', '/report', '/file'])
    expect(await (await page.request.get(`${address}${path}`)).text()).not.toContain(SECRET);
  await page.goto(address);
  await expect(page.getByText('Each answers alone. 1 of 5 people is done', { exact: false })).toBeVisible();
  await look(page, 'progress-wide');
  await page.goto(`${address}/results`);
  await expect(page.getByText('the answers are not opened yet', { exact: false })).toBeVisible();
  await dan.goto(address);
  await dan.getByRole('button', { name: 'Begin' }).click();
  expect(await dan.content()).not.toContain(SECRET);

  // Shared answers wait, and what is sent to the new addresses from elsewhere or as somebody else is refused.
  const body = {
    org,
    seen: 0,
    choice: { rung: 4 },
    note: null,
    evidence: [],
    flagged: false,
    vendorsSeenFirst: false,
  };
  const id = address.split('/').at(-1) ?? '';
  const put = (from: Page, path: string, more: object, origin = emptyUrl()) =>
    from.request.put(`${emptyUrl()}${path}`, { headers: { origin }, data: { ...body, ...more } });
  expect((await put(page, `/api/assessments/${id}/answers/rollback`, {})).status()).toBe(409);
  const alone = `/api/assessments/${id}/own-answers/rollback`;
  expect((await put(page, alone, { as: 'nobody' })).status()).toBe(404);
  expect((await put(grace, alone, { as: 'nobody' })).status()).toBe(401);
  expect((await put(ben, alone, { as: 'nobody' }, 'https://elsewhere.example')).status()).toBe(403);
  expect((await put(grace, '/api/guest-answers/made-up/rollback', { as: 'x' })).status()).toBe(404);

  await page.goto(`${address}/people`);
  await expect(page.getByText('4 people are not done', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Open the answers without them' }).click();
  await expect(page.getByText('The answers are opened.', { exact: false })).toBeVisible();
  await look(page, 'opened-wide');
  await grace.goto(link);
  await expect(grace.getByText('The answers are opened: nobody changes', { exact: false })).toBeVisible();
  // Ben's page is still there, and is told when it sends.
  await ben.getByRole('radio', { name: /^0/ }).check();
  await expect(ben.getByText('Not saved', { exact: false }).first()).toBeVisible();
  await expect(ben.getByText('The answers are opened: nobody changes', { exact: false })).toBeVisible();

  // What they differ on is settled, what each said stays beside it, and it is finished.
  await page.getByRole('link', { name: 'What people said, and what you agree on' }).click();
  await expect(page.getByText('0 of 43 settled', { exact: false })).toBeVisible();
  await page.getByRole('link', { name: 'Begin the meeting' }).click();
  await page.waitForURL(/\/meeting\//);
  const first = page.url();
  await page.getByRole('radio', { name: /^2/ }).check();
  await page.getByLabel('Note: why this rung').fill('since the runbook');
  await page.getByRole('button', { name: 'Agree, next' }).click();
  await expect(page).not.toHaveURL(first);
  await page.goto(`${address}/discuss`);
  await page.getByText('What each said, kept beside what was agreed').click();
  await expect(page.getByText(SECRET)).toBeVisible();
  await page.goto(`${address}/results`);
  await page.getByText('Finish …').first().click();
  await page.getByRole('button', { name: 'Finish this assessment' }).click();
  await expect(page.getByText(/Finished .* by Ada Example/)).toBeVisible();
});
