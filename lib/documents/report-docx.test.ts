import mammoth from 'mammoth';
import { SECTIONS } from '../domain/report-document';
import { realContent } from '../domain/testing';
import { emptyDocument, hostileDocument, LONG_NAME, oneVendorDocument, sampleDocument } from './fixtures';
import { reportDocx } from './report-docx';
import type { DocumentOptions } from './source';
import { attributesIn, partOf, partsOf, textsIn, wordsOf } from './testing';

const content = realContent();
const options: DocumentOptions = { paper: 'a4', locale: 'en-GB' };
const sample = sampleDocument(content);
const whole = reportDocx(sample, content, options);

const body = (file: Uint8Array): string => partOf(file, 'word/document.xml');
const read = async (file: Uint8Array): Promise<string> =>
  (await mammoth.extractRawText({ buffer: Buffer.from(file) })).value;
const readHtml = async (file: Uint8Array): Promise<string> =>
  (await mammoth.convertToHtml({ buffer: Buffer.from(file) })).value;
const headings = (html: string): { level: number; text: string }[] =>
  [...html.matchAll(/<h(\d)>(.*?)<\/h\1>/g)].map(([, level, text = '']) => ({
    level: Number(level),
    text: text.replaceAll(/<[^>]*>/g, ''),
  }));

test('has every chosen chapter in the chosen order, as headings that another program reads', async () => {
  const html = await readHtml(await whole);
  const found = headings(html);
  const chapters = found.filter(({ level }) => level === 1).map(({ text }) => text);
  expect(chapters).toEqual(Object.values(SECTIONS));
  let last = 1;
  for (const { level } of found) {
    expect(level).toBeLessThanOrEqual(last + 1);
    last = level;
  }
  const chosen = { ...sample, sections: ['findings', 'summary'] as const };
  const short = await reportDocx({ ...chosen, sections: [...chosen.sections] }, content, options);
  const shortHeadings = headings(await readHtml(short)).filter(({ level }) => level === 1);
  expect(shortHeadings.map(({ text }) => text)).toEqual(['Findings', 'Summary']);
});

test('says the levels, the gaps, the plan, the findings and every answer', async () => {
  const text = await read(await whole);
  for (const each of sample.report.capabilities) expect(text).toContain(each.title);
  for (const { headline, text: found, recommendation } of sample.findings)
    for (const line of [headline, ...wordsOf(found), ...wordsOf(recommendation)])
      expect(text).toContain(line);
  for (const sentence of sample.report.summary) expect(text).toContain(sentence);
  for (const { capability } of sample.plan?.roadmap.steps ?? [])
    expect(text).toContain(content.capabilities.find(({ id }) => id === capability)?.title ?? '');
  expect(text).toContain(sample.assessmentHash ?? '');
});

test('gives the same bytes for the same document, whatever was made before', async () => {
  const first = await whole;
  await reportDocx(emptyDocument(content), content, options);
  expect(Buffer.from(await reportDocx(sample, content, options)).equals(Buffer.from(first))).toBe(true);
});

test('marks the head of each table, keeps rows whole and describes each picture', async () => {
  const xml = body(await whole);
  const tables = xml.split('<w:tbl>').slice(1);
  const withHeads = tables.filter((table) => table.includes('<w:tblHeader/>'));
  // Names with their values, on the cover and at the end, and the two logos have no heads.
  expect(tables.length - withHeads.length).toBe(3);
  for (const table of withHeads)
    expect(table.indexOf('<w:tblHeader/>')).toBeLessThan(table.indexOf('</w:tr>'));
  expect(xml.split('<w:cantSplit/>').length).toBeGreaterThan(200);
  const alts = attributesIn(xml, 'wp:docPr', 'descr');
  expect(alts).toEqual([
    'Logo of Northgate Advisory',
    'Logo of Harbour Bank',
    expect.stringContaining('AWS, now Initial'),
    expect.stringContaining('Business and people: 2'),
    expect.stringContaining('Levels: '),
  ]);
});

test('has pictures as SVG with PNG beside them', async () => {
  const parts = [...partsOf(await whole).keys()];
  expect(parts.filter((name) => /^word\/media\/.*\.svg$/.test(name))).toHaveLength(5);
  expect(parts.filter((name) => /^word\/media\/.*\.png$/.test(name))).toHaveLength(5);
});

test('leads each capability to its answer, and has no link without a place', async () => {
  const xml = body(await whole);
  const places = new Set(attributesIn(xml, 'w:bookmarkStart', 'w:name'));
  const links = attributesIn(xml, 'w:hyperlink', 'w:anchor');
  expect(links.filter((name) => name.startsWith('capability_')).length).toBeGreaterThan(20);
  expect(links.filter((name) => !places.has(name))).toEqual([]);
  expect([...places].filter((name) => name.length > 40 || /[^\w]/.test(name))).toEqual([]);
  const short = body(await reportDocx({ ...sample, sections: ['summary', 'gaps'] }, content, options));
  expect(attributesIn(short, 'w:hyperlink', 'w:anchor').filter((name) => !name.startsWith('_Toc'))).toEqual(
    [],
  );
});

test('fills the contents, and asks nothing when it is opened', async () => {
  const file = await whole;
  const contents = body(file).split('<w:sdtContent>')[1]?.split('</w:sdtContent>')[0] ?? '';
  expect(textsIn(contents, 'w:t').filter((text) => text !== '')).toEqual(Object.values(SECTIONS));
  expect(contents).not.toMatch(/w:dirty="(?:true|1)"/);
  expect(partOf(file, 'word/settings.xml')).not.toContain('updateFields');
});

test('is dressed by styles that Word names itself, in its language and on its paper', async () => {
  const file = await reportDocx(sample, content, { paper: 'us-letter', locale: 'en-US' });
  const styles = partOf(file, 'word/styles.xml');
  for (const name of ['Title', 'Subtitle', 'heading 1', 'heading 2', 'heading 3', 'Quote', 'List Bullet'])
    expect(styles.toLowerCase()).toContain(`<w:name w:val="${name.toLowerCase()}"/>`);
  expect(styles).toContain('<w:name w:val="Table Grid Light"/>');
  expect(styles).toContain('<w:lang w:val="en-US"/>');
  expect(body(file)).toContain('<w:pgSz w:w="12240" w:h="15840"');
  expect(partOf(file, 'word/fontTable.xml')).toContain('<w:altName w:val="Arial"/>');
  const core = partOf(file, 'docProps/core.xml');
  expect(core).toContain('<dc:title>MLOps maturity report: Fraud scoring</dc:title>');
  expect(core).toContain('2026-11-14T00:00:00Z');
});

test('says page x of y in each foot, and Draft under each page of a draft alone', async () => {
  const draft = { ...sample, issue: { ...sample.issue, status: 'draft' as const, number: '0.2' } };
  const heads = async (document: typeof sample) =>
    [...partsOf(await reportDocx(document, content, options))].filter(([name]) =>
      /^word\/header\d\.xml$/.test(name),
    );
  for (const [, xml] of await heads(draft)) expect(xml).toContain('string="Draft"');
  for (const [, xml] of await heads(sample)) expect(xml).not.toContain('Draft');
  const feet = [...partsOf(await reportDocx(draft, content, options))].filter(([name]) =>
    /^word\/footer\d\.xml$/.test(name),
  );
  expect(feet.filter(([, xml]) => xml.includes('NUMPAGES'))).toHaveLength(2);
});

test('spaces nothing with empty paragraphs', async () => {
  const xml = body(await whole).replaceAll(/<w:tbl>.*?<\/w:tbl>/gs, '');
  const empty = [...xml.matchAll(/<w:p>(?:(?!<w:p[ >]).)*?<\/w:p>/gs)].filter(
    ([part]) => !/<w:t[ >]|<w:drawing>|<w:sectPr>|<w:fldChar/.test(part),
  );
  expect(empty.map(([part]) => part)).toEqual([]);
});

test('sets hostile words as words: no script, no formula, no link but to the web, whole findings', async () => {
  const file = await reportDocx(hostileDocument(content), content, options);
  const text = await read(file);
  expect(text).toContain('<script>alert(1)</script><w:p/> &amp; ]]> -->');
  expect(text).toContain('مراجعة النماذج قبل الإطلاق');
  expect(text).toContain('銀行の評価 👩‍🔬');
  expect(text).toContain(LONG_NAME.trim());
  expect(text.split('word ').length).toBeGreaterThan(4_999);
  for (const sign of ['\u0007', '\u001b', '\u202e']) expect(text).not.toContain(sign);
  expect(partOf(file, 'word/_rels/document.xml.rels')).not.toContain('javascript');
  expect(body(file)).toContain('<w:bidi/>');
});

test('sets the own words of a finding with their lists, emphasis and links', async () => {
  const text = 'One **strong** word:\n\n- first point\n- see [the run](https://runs.example/7)';
  const finding = { headline: 'Own words', text, recommendation: '', capabilities: [], evidence: [] };
  const html = await readHtml(
    await reportDocx({ ...sample, sections: ['findings'], findings: [finding] }, content, options),
  );
  expect(html).toContain('<strong>strong</strong>');
  expect(html).toMatch(/<ul><li>first point<\/li>/);
  expect(html).toContain('<a href="https://runs.example/7">the run</a>');
});

test('is whole where nothing is answered and nothing planned', async () => {
  const text = await read(await reportDocx(emptyDocument(content), content, options));
  expect(text).toContain('No answers yet.');
  expect(text).toContain('Too little is known');
  expect(text).not.toContain('Roadmap');
});

test('names no other vendor in a report on one', async () => {
  const parts = partsOf(await reportDocx(oneVendorDocument(content), content, options));
  const text = textsIn(parts.get('word/document.xml') ?? '', 'w:t').join(' ');
  expect(text).not.toMatch(/Microsoft L|AWS (?:Initial|Repeatable|Reliable|Scalable)/);
});
