import { content, documentOf, look, onlyVendor, plausibleAnswers } from './fixtures';
import { readPdf } from './read-pdf';
import { renderReportPdf } from './render';
import { TypesettingFailed, typeset } from './typesetter';

const HOSTILE = [
  '#panic("stop") #read("/etc/passwd") #import "@preview/x:1.0.0"',
  '$ x^2 $ <label> @ref *bold* _em_ `raw` = heading \\ // comment /* */ [content] {code}',
  'emoji 👩‍🔬🚀 flags 🇩🇪, 中文, ไทย, العربية, עברית, देवनागरी',
  'lone \ud83d surrogate, nul \u0000, escape \u001b[31m, override \u202eabc, private \ue000',
  '</script><script>alert(1)</script>',
  'W'.repeat(10_000),
  'word '.repeat(2_000),
];

test.each(HOSTILE.map((text) => [JSON.stringify(text).slice(0, 40), text]))(
  'hostile text is set as text wherever a person can write: %s',
  async (_name, text) => {
    const answers = {
      ...plausibleAnswers(text),
      'feature-store': { notApplicable: true as const, reason: text },
    };
    const first = Object.keys(answers)[0] ?? '';
    const findings = [
      {
        headline: text.slice(0, 200),
        text,
        recommendation: text,
        capabilities: [text],
        evidence: [{ title: text }],
      },
    ];
    const document = documentOf({
      change: {
        subject: text.slice(0, 200),
        scope: { note: text },
        answers: {
          ...answers,
          [first]: { rung: 2, note: text, evidence: [{ title: text, note: text, by: text }] },
        },
        statements: { 'A2-ENV3': { holds: false, note: text } },
        targets: { capabilities: { 'data-catalog': { rung: 0, reason: text } } },
      },
      facts: { organisation: text, status: { finished: true, by: text, at: 'not a date' } },
      ...{ title: text.slice(0, 200), client: text, preparedBy: text, distribution: [text], findings },
      summary: { text, by: text },
      earlier: [{ status: 'final', number: '1.0', on: text, changes: [text] }],
    });
    const { pdf } = await renderReportPdf(document, content, { ...look, generatedOn: text });
    const read = await readPdf(pdf);
    const letters = (value: string) => value.replaceAll(/[^a-z0-9#$@<>/]/gi, '');
    expect(letters(read.text)).toContain(letters(text.slice(0, 40)));
    expect(read.hasJavaScript).toBe(false);
  },
);

test('signs without a glyph are replaced by a visible mark and listed', async () => {
  const answers = plausibleAnswers('Checked by สมชาย 𓀀 and Zoë, Łukasz, Αλέξης, Иван, 李 👩‍🔬.');
  const { pdf, replaced } = await renderReportPdf(documentOf({ change: { answers } }), content, look);
  expect(replaced).toEqual(['ส', 'ม', 'ช', 'า', 'ย', '𓀀']);
  const { text } = await readPdf(pdf);
  expect(text).toContain('Checked by □□□□□ □ and Zoë, Łukasz, Αλέξης, Иван, 李 👩‍🔬.');
  expect(text).toContain(
    '6 signs that the fonts of this document do not have are printed as □: U+0E2A, U+0E21, U+0E0A, U+0E32, U+0E22, U+13000.',
  );
});

test('a report without its last part lists the replaced signs at its end', async () => {
  const document = documentOf({ change: { subject: 'สมชาย' }, sections: ['summary'] });
  const { pages } = await readPdf((await renderReportPdf(document, content, look)).pdf);
  expect(pages.at(-1)).toContain('printed as □: U+0E2A');
});

test('only web addresses become links', async () => {
  const urls = ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'no address', ''];
  const evidence = [...urls, 'https://ok.harbour.example/a b?q=ü#x'].map((url) => ({
    title: `At ${url}`,
    url,
  }));
  const document = onlyVendor('aws');
  const { report } = document;
  const [first] = report.capabilities;
  const capabilities = report.capabilities.map((each) => (each === first ? { ...each, evidence } : each));
  const given = { ...document, report: { ...report, capabilities } };
  const { links } = await readPdf((await renderReportPdf(given, content, look)).pdf);
  expect(links.every((link) => /^https?:/.test(link))).toBe(true);
  expect(links).toContain('https://ok.harbour.example/a%20b?q=%C3%BC#x');
});

const brandWith = (data: string) => ({
  name: 'Northgate',
  accent: null,
  confidentiality: null,
  logo: { kind: 'svg' as const, data, width: 400, height: 20 },
});

test('a broken logo is refused with its reason', async () => {
  const brand = { firm: null, client: brandWith('<svg') };
  const broken = renderReportPdf(documentOf({ brand }), content, look);
  await expect(broken).rejects.toThrow(TypesettingFailed);
  await expect(broken).rejects.toThrow(/The PDF could not be made: .*SVG/i);
  expect((await renderReportPdf(documentOf(), content, look)).pdf.length).toBeGreaterThan(10_000);
});

test('a job over its time is stopped, and the next one is done', async () => {
  const nothing = { view: '{}', fonts: '[]', replaced: '[]' };
  await expect(typeset('report.typ', nothing, { timeLimitMs: 0 })).rejects.toThrow(
    'it took longer than 0 seconds',
  );
  expect((await renderReportPdf(documentOf(), content, look)).pdf.length).toBeGreaterThan(10_000);
});

test('jobs asked for together are all done, each with its own result', async () => {
  const subjects = ['Fraud scoring', 'Churn', 'Credit limits'];
  const pdfs = await Promise.all(
    subjects.map((subject) => renderReportPdf(documentOf({ change: { subject } }), content, look)),
  );
  for (const [index, { pdf }] of pdfs.entries()) {
    expect((await readPdf(pdf)).title).toBe(`MLOps maturity report: ${subjects[index]}`);
  }
});
