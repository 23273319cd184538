import sharp from 'sharp';
import { expect, test, type Page } from '@playwright/test';
import { demoUrl, emptyUrl, enter, expectAccessible, signUp } from './support';

const SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><script>document.title = "run"</script><path d="M0 0h40v20z"/></svg>',
);
const png = () =>
  sharp({ create: { width: 80, height: 40, channels: 3, background: '#8A1538' } })
    .png()
    .toBuffer();

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

/** A new organisation, and the page of its brand. */
async function openBrand(page: Page, organisation: string, slug: string): Promise<void> {
  await signUp(page, { organisation, team: 'First' });
  await page.goto(`${emptyUrl()}/${slug}/settings/brand`, { waitUntil: 'networkidle' });
}

const cover = (page: Page) => page.getByRole('img', { name: /^Cover with/ });

test('an owner sets logo, colour and words, sees them in the preview at once, and in the PDF once they are saved', async ({
  page,
}) => {
  await openBrand(page, 'Brand Makers', 'brand-makers');
  await expect(cover(page)).toHaveAccessibleName('Cover with no logo and the name Brand Makers');
  await page.getByLabel('File').setInputFiles(file('ours.png', await png()));
  await expect(cover(page)).toHaveAccessibleName(/^Cover with the logo/);
  await page.getByRole('button', { name: 'Use this logo' }).click();
  await expect(page.getByText('ours.png is the logo now.')).toBeVisible();

  await page.getByLabel('Name on documents').fill('Brand Makers plc');
  await page.getByLabel('Accent colour').fill('#FFD400');
  await page.getByLabel('Confidentiality line').fill('For the board');
  await expect(
    page.getByText(/^#FFD400 has a contrast of 1\.4 to 1 on white, less than the 4\.5/),
  ).toBeVisible();
  await expect(cover(page)).toHaveAccessibleName('Cover with the logo and the name Brand Makers plc');
  await expect(page.getByRole('img', { name: 'A page with the foot For the board' })).toBeVisible();
  await page.getByRole('button', { name: 'Save colour and words' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expectAccessible(page);

  await page.reload();
  await expect(page.getByLabel('Accent colour')).toHaveValue('#FFD400');
  const pdf = page.waitForEvent('download');
  await page.getByRole('link', { name: 'See it as a PDF' }).click();
  expect((await pdf).suggestedFilename()).toMatch(/^Brand Makers plc - how documents look.*\.pdf$/);
  await page.getByRole('button', { name: 'Remove the logo' }).click();
  await expect(cover(page)).toHaveAccessibleName(/^Cover with no logo/);
});

test('what cannot be a logo is refused in a sentence, and what was left out of one is said', async ({
  page,
}) => {
  await openBrand(page, 'Brand Breakers', 'brand-breakers');
  const choose = (name: string, buffer: Buffer) => page.getByLabel('File').setInputFiles(file(name, buffer));
  await choose('large.png', Buffer.alloc(30_000_000));
  await expect(page.getByText('large.png has 30 MB; a logo may have 2 MB, or 200 kB as SVG.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Use this logo' })).toBeDisabled();
  await choose('logo.png', Buffer.from('%PDF-1.7'));
  await page.getByRole('button', { name: 'Use this logo' }).click();
  await expect(page.getByText('A logo is a PNG, a JPEG or an SVG, and this is a PDF.')).toBeVisible();
  await choose('scripted.svg', SVG);
  await page.getByRole('button', { name: 'Use this logo' }).click();
  await expect(page.getByText(/^scripted\.svg is the logo now\. Left out of it: <script>\./)).toBeVisible();
  expect(await page.content()).not.toContain('document.title = "run"');

  await page.getByLabel('Accent colour').fill('blue');
  await page.getByLabel('Name on documents').fill('x'.repeat(200));
  await page.getByRole('button', { name: 'Save colour and words' }).click();
  await expect(page.getByText('expected a colour such as #1F4E79')).toBeVisible();
  await expect(page.getByText('at most 80 characters', { exact: true })).toBeVisible();
  await expect(page.getByLabel('Accent colour')).toHaveValue('blue');
  await expectAccessible(page);
});

test('without JavaScript a logo is taken, one of 30 MB is refused in a sentence, and words are saved', async ({
  page,
  browser,
}) => {
  await openBrand(page, 'Plain Brands', 'plain-brands');
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const owner = await plain.newPage();
  await owner.goto(`${emptyUrl()}/plain-brands/settings/brand`);
  await owner.getByLabel('File').setInputFiles(file('large.png', Buffer.alloc(30_000_000)));
  await owner.getByRole('button', { name: 'Use this logo' }).click();
  await expect(owner.getByText('That file is too large.')).toBeVisible();
  await owner.getByLabel('File').setInputFiles(file('scripted.svg', SVG));
  await owner.getByRole('button', { name: 'Use this logo' }).click();
  await expect(owner.getByText(/^scripted\.svg is the logo now/)).toBeVisible();
  await owner.getByLabel('Accent colour').fill('1f4e79');
  await owner.getByRole('button', { name: 'Save colour and words' }).click();
  await owner.goto(`${emptyUrl()}/plain-brands/settings/brand`);
  await expect(owner.getByLabel('Accent colour')).toHaveValue('#1F4E79');
  await expect(cover(owner)).toHaveAccessibleName(/^Cover with the logo/);
  await plain.close();
});

test('a consultant keeps phrases at her firm, finds them at her client, and hands the report over in the firm’s name', async ({
  page,
}) => {
  await enter(page, 'consultant');
  await page.goto(`${demoUrl()}/northgate-advisory/settings/phrases`, { waitUntil: 'networkidle' });
  await expectAccessible(page);
  await page.getByLabel('Headline').fill('Nobody owns the features');
  await page
    .getByLabel('Text')
    .fill('Of **six** [teams](https://northgate.example) [none](javascript:alert(1)) owns them.');
  await page.getByRole('button', { name: 'Add the phrase' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.goto(`${demoUrl()}/harbour-bank/settings/phrases`);
  const firm = page.locator('section').filter({ hasText: 'Of Northgate Advisory' });
  const phrase = firm.getByRole('listitem').filter({ hasText: 'Nobody owns the features' });
  await expect(phrase.getByRole('link')).toHaveCount(1);
  await expect(phrase).toContainText('[none](javascript:alert(1))');

  await page.goto(`${demoUrl()}/northgate-advisory/settings/phrases`);
  await page.getByRole('link', { name: 'Change: Nobody owns the features' }).click();
  await expect(page.getByLabel('Headline')).toHaveValue('Nobody owns the features');
  await page.getByLabel('Headline').fill('Nobody owns features');
  await page.getByRole('button', { name: 'Save the phrase' }).click();
  const changed = page.getByRole('listitem').filter({ hasText: 'Nobody owns features' });
  await changed.getByText('Delete …').click();
  await changed.getByRole('button', { name: /^Delete the phrase/ }).click();
  await expect(page.getByText('Nobody owns features')).toHaveCount(0);

  await page.goto(`${demoUrl()}/harbour-bank/assessments/fraud-scoring-q4-2026/report`);
  await expect(page.getByLabel('In the name of')).toHaveValue('northgate-advisory');
  const pdf = page.waitForEvent('download');
  await page.getByRole('button', { name: 'PDF', exact: true }).click();
  expect((await pdf).suggestedFilename()).toMatch(/\.pdf$/);
});
