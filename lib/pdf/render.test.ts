import { createHash } from 'node:crypto';
import { percent, range } from '@/lib/domain/labels';
import type { ReportDocument } from '@/lib/domain/report-document';
import { content, documentOf, draftFacts, look, onlyVendor, plausibleAnswers, reportOf } from './fixtures';
import { readPdf } from './read-pdf';
import { renderReportPdf } from './render';

const render = (document: ReportDocument, change: Partial<typeof look> = {}) =>
  renderReportPdf(document, content, { ...look, ...change });
const read = async (document: ReportDocument, change: Partial<typeof look> = {}) =>
  readPdf((await render(document, change)).pdf);

/** The report that most tests look at, read once. */
let standard: ReturnType<typeof read> | undefined;
const readStandard = () => (standard ??= read(documentOf()));

/** Without spaces, as a line may break within a word at its hyphen. */
const closed = (text: string) => text.replaceAll(/\s/g, '');

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('a report is a PDF file', async () => {
  const { pdf, replaced } = await render(documentOf());
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
  expect(replaced).toEqual([]);
});

test('the same report gives the same bytes, and another gives others', async () => {
  const first = await render(documentOf());
  const other = await render(documentOf({ change: { subject: 'Churn' } }));
  const second = await render(documentOf());
  expect(hash(second.pdf)).toBe(hash(first.pdf));
  expect(hash(other.pdf)).not.toBe(hash(first.pdf));
});

test('it is tagged, bookmarked, and says its title, author and language', async () => {
  const pdf = await readStandard();
  expect(pdf.tagged).toBe(true);
  expect(pdf.title).toBe('MLOps maturity report: Fraud scoring');
  expect(pdf.author).toBe('Northgate Advisory');
  expect(pdf.language).toMatch(/^en/);
  expect([...pdf.roles]).toEqual(
    expect.arrayContaining(['H1', 'H2', 'H3', 'P', 'Table', 'TH', 'Figure', 'Link']),
  );
  expect(pdf.bookmarks).toEqual([
    'Summary',
    'Method',
    'Where it stands',
    'What holds it back',
    'Gaps by priority',
    'Evidence',
    'Statements of AWS',
    'Statements of Microsoft',
    'Statements of Google',
    'Answers',
    'Sources',
    'How to check this report',
  ]);
});

test('every number of the summary stands on the second page', async () => {
  const report = reportOf();
  const { pages } = await readStandard();
  const page = pages[1] ?? '';
  for (const sentence of report.summary) expect(page).toContain(sentence);
  for (const { met, atBest, of, short } of report.models.flatMap(({ levels }) => levels)) {
    expect(page).toContain(short);
    expect(page).toContain(of === 0 ? 'nothing asked' : `${range(met, atBest)} of ${of}`);
  }
  const { counts, evidence } = report.trust;
  expect(page).toContain(`${counts.rated} of ${counts.inScope} answers known`);
  expect(page).toContain(`${counts.unknown} answered with don’t know`);
  expect(page).toContain(`${counts.notApplicable} not applicable`);
  expect(page).toContain(`evidence on ${evidence.backed} of ${evidence.of} answers`);
  expect(page).toContain('6 use cases, 4 in production: every model in production');
  expect(report.whatNext.length).toBeGreaterThan(0);
  const [first] = report.whatNext;
  expect(page).toContain(`${first?.title} ${first?.from} → ${first?.to}`);
});

test('the summary is one page on both papers', async () => {
  for (const { pages } of [await readStandard(), await read(documentOf(), { paper: 'us-letter' })]) {
    expect(pages[1]).toContain('How far to trust this');
    expect(pages[1]).toContain('page 2 of');
    expect(pages[2]).toContain('Method This report rests on');
  }
});

test('every gap, step, statement and answer stands in it', async () => {
  const report = reportOf();
  const { text } = await readStandard();
  const all = closed(text);
  for (const { title } of report.gaps) expect(text).toContain(title);
  for (const { action } of report.steps) expect(all).toContain(closed(action));
  for (const { question, rungText } of report.capabilities)
    expect(all).toContain(closed(rungText ?? question));
  for (const { statements } of report.models) for (const { id } of statements) expect(text).toContain(id);
  for (const { title, pair } of report.areas) expect(text).toContain(`${title} ${percent(pair)}`);
  expect(text).toContain(report.edition.hash);
  expect(text).toContain(report.measure);
});

test.each([
  ['aws', /Microsoft|Azure|Google|Vertex/i],
  ['microsoft', /AWS|Amazon|SageMaker|Google|Vertex/],
  ['google', /AWS|Amazon|SageMaker|Microsoft|Azure/],
] as const)('a report on %s alone names no other vendor and none of our domains', async (id, others) => {
  const given = onlyVendor(id);
  const { report } = given;
  const { text, pages } = await read(given);
  expect(text).not.toMatch(others);
  expect(text).not.toContain('Monitoring and feedback');
  for (const { name } of report.models[0]?.areas ?? []) expect(text).toContain(name);
  expect(pages[1]).toMatch(/\d+ of \d+ hold/);
});

test('a draft says so on its cover and on each page', async () => {
  const { pages } = await read(documentOf({ facts: draftFacts }));
  expect(pages[0]).toContain('Draft, not finished');
  for (const page of pages.slice(1)) expect(page).toContain('MLOps maturity report · draft');
  expect((await readStandard()).text.toLowerCase()).not.toContain('draft');
});

test('with nothing answered it names no weak spot and no plan, but what to answer first', async () => {
  const given = documentOf({ change: { answers: {} }, facts: draftFacts });
  const { report } = given;
  const { pages, text } = await read(given);
  expect(pages[1]).toContain('Too little is known');
  expect(pages[1]).toContain('Answer these first');
  expect(pages[1]).toContain(report.answerFirst[0]?.title);
  expect(text).not.toContain('By pillar, phase and side');
  expect(text).not.toContain('What to do first');
  expect(text).not.toContain('The steps in order');
});

test('dates, decimals and page size follow the locale and paper given', async () => {
  const american = await read(documentOf(), { paper: 'us-letter', locale: 'en-US' });
  expect(american.pages[0]).toContain('November 14, 2026');
  const german = await read(documentOf(), { locale: 'de-DE' });
  expect(german.pages[0]).toContain('14 November 2026');
  expect(german.text).toMatch(/\d,5/);
  for (const locale of ['ja-JP', 'ar-EG', 'not a locale']) {
    expect((await render(documentOf(), { locale })).replaced).toEqual([]);
  }
});

test('a name of 200 characters is whole in the metadata and cut in the running head', async () => {
  const subject = `Fraud scoring ${'and anomaly detection '.repeat(9)}`.slice(0, 200).trim();
  const { title, pages } = await read(documentOf({ change: { subject } }));
  expect(title).toBe(`MLOps maturity report: ${subject}`);
  expect(pages[0]).toContain(subject);
  expect(pages[2]).toContain('…');
  expect(pages[2]).not.toContain(subject);
});

test('a warm full report takes less than two seconds on a busy machine', async () => {
  await render(documentOf());
  const other = documentOf({ change: { answers: plausibleAnswers('another note') } });
  const start = performance.now();
  await render(other);
  expect(performance.now() - start).toBeLessThan(2_000);
});
