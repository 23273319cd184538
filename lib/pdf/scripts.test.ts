import { array, assert, asyncProperty, constantFrom, oneof, string } from 'fast-check';
import { content, documentOf, look, plausibleAnswers } from './fixtures';
import { familiesFor } from './fonts';
import { readPdf } from './read-pdf';
import { renderReportPdf } from './render';
import { typeset } from './typesetter';
import { Glyphs } from './glyphs';

const NAMES = {
  Arabic: 'كشف السرقة',
  Persian: 'می‌خواهم',
  Hebrew: 'זיהוי הונאות',
  'simplified Chinese': '欺诈检测，风险部',
  'traditional Chinese': '詐欺偵測與風險',
  Japanese: '不正検知モデル・すべて',
  Korean: '이상 거래 탐지',
  Greek: 'Ανίχνευση απάτης',
  Cyrillic: 'Виявлення шахрайства',
  emoji: '👩‍🔬 🚀',
};

/** Without the joiner of Persian words, which readers of PDF place one letter off. */
const letters = (text: string) => text.replaceAll('\u200c', '');

const reportWith = (text: string) =>
  renderReportPdf(
    documentOf({ change: { subject: text, answers: plausibleAnswers(text) }, facts: { organisation: text } }),
    content,
    look,
  );

/** A word at a time, as what is written from right to left stands on the page in the order of its words from there. */
test.each(Object.entries(NAMES))(
  'a name and notes in %s are set with nothing replaced, and can be read out',
  async (_script, text) => {
    const { pdf, replaced } = await reportWith(text);
    expect(replaced).toEqual([]);
    const read = await readPdf(pdf);
    expect(read.title.replaceAll(/[\u2067\u2069]/g, '')).toBe(`MLOps maturity report: ${text}`);
    for (const word of letters(text).split(' '))
      expect(letters(read.text).split(word).length).toBeGreaterThan(9);
  },
);

test('a note from right to left begins at the right margin, and a name within a line keeps the numbers after it in place', async () => {
  const note = 'نعيد تدريب النماذج كل ليلة';
  const { pdf } = await renderReportPdf(
    documentOf({
      change: { answers: plausibleAnswers(note) },
      facts: { status: { finished: true, by: 'محمد بن سلمان', at: '2026-11-14' } },
    }),
    content,
    look,
  );
  const { lines } = await readPdf(pdf);
  const [begins] = lines.filter(({ text }) => text.includes('نعيد'));
  expect(begins?.right).toBeGreaterThan(525);
  expect(lines.some(({ text }) => text.startsWith('Assessment Finished on 14 November 2026 by'))).toBe(true);
});

test('documents in many scripts have the same bytes each time, with others made in between', async () => {
  const all = Object.values(NAMES).join(' · ');
  const first = await reportWith(all);
  await reportWith('Churn');
  const second = await reportWith(all);
  expect(Buffer.compare(first.pdf, second.pdf)).toBe(0);
});

test('whatever people write, the typesetter has a glyph for all that is left of it', async () => {
  const signs = Array.from(
    `${Object.values(NAMES).join('')}e\u0301\u200d\u200c\ufe0f\u20e3\u0651\u05b01🇩🇪👍🏽☎★①㎡。「❤ที่\u3099か`,
  );
  const text = array(oneof(constantFrom(...signs), string({ unit: 'grapheme', maxLength: 3 })), {
    maxLength: 400,
  });
  await assert(
    asyncProperty(text, async (parts) => {
      const glyphs = new Glyphs(familiesFor(parts.join('')));
      const name = glyphs.printable(parts.join(''));
      const inputs = { fonts: JSON.stringify(glyphs.fonts), replaced: '[]' };
      const view = JSON.stringify({ brand: { left: null, name: `x${name}`, right: null } });
      expect((await typeset('logo.typ', { ...inputs, view })).length).toBeGreaterThan(0);
    }),
    { numRuns: 60 },
  );
}, 60_000);
