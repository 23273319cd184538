import { realContent } from '../domain/testing';
import { emptyDocument, hostileDocument, oneVendorDocument, sampleDocument } from './fixtures';
import { reportPptx } from './report-pptx';
import { fitted, fittedList, linesOf } from './slide-text';
import type { DocumentOptions } from './source';
import { attributesIn, partOf, partsOf, textsIn, wordsOf } from './testing';

const content = realContent();
const options: DocumentOptions = { paper: 'a4', locale: 'en-GB' };
const sample = sampleDocument(content);
const whole = reportPptx(sample, content, options);

/** The slides in their order. */
const slidesOf = (file: Uint8Array): string[] =>
  [...partsOf(file)]
    .flatMap(([name, xml]) => {
      const number = /^ppt\/slides\/slide(\d+)\.xml$/.exec(name)?.[1];
      return number === undefined ? [] : [{ number: Number(number), xml }];
    })
    .toSorted((a, b) => a.number - b.number)
    .map(({ xml }) => xml);

const shapesOf = (slide: string): string[] => slide.match(/<p:sp>.*?<\/p:sp>/gs) ?? [];
const titleOf = (slide: string): string =>
  shapesOf(slide)
    .filter((shape) => shape.includes('<p:ph') && shape.includes('type="title"'))
    .flatMap((shape) => textsIn(shape, 'a:t'))
    .join('');

test('is about a dozen slides, each with a real title, in the order in which a committee asks', async () => {
  expect(slidesOf(await whole).map(titleOf)).toEqual([
    'MLOps maturity report',
    'Where it stands, and what it takes',
    'The 43 capabilities',
    'What holds it back',
    'The ten largest of 11 gaps',
    'What is reached when',
    'The steps in time',
    'Who is needed when',
    'Tools to adopt, to replace and to keep',
    'What people stop doing by hand',
    'Findings',
    'What to decide, and what to do first',
    'How far to trust this',
  ]);
});

test('leaves out what is not there: plan, findings, and what too little is known for', async () => {
  const bare = slidesOf(await reportPptx({ ...sample, plan: null, findings: [] }, content, options));
  const titles = bare.map(titleOf);
  for (const gone of ['What is reached when', 'The steps in time', 'Who is needed when', 'Findings'])
    expect(titles).not.toContain(gone);
  const empty = slidesOf(await reportPptx(emptyDocument(content), content, options)).map(titleOf);
  expect(empty).toEqual([
    'MLOps maturity report',
    'Where it stands, and what it takes',
    'The 43 capabilities',
    'Too little is known: answer these first',
    'How far to trust this',
  ]);
});

test('draws levels and answers as shapes, lists as tables with a head, and describes its pictures', async () => {
  const slides = slidesOf(await whole);
  expect(attributesIn(slides.join(''), 'p:cNvPr', 'descr').filter((text) => text !== '')).toEqual([
    'Logo of Northgate Advisory',
    'Logo of Harbour Bank',
    expect.stringContaining('A bar for each of 15 steps'),
  ]);
  const tables = slides.join('').match(/<a:tblPr[^>]*>/g) ?? [];
  expect(tables.length).toBeGreaterThanOrEqual(7);
  expect(tables.every((table) => table.includes('firstRow="1"'))).toBe(true);
  expect(attributesIn(slides[1] ?? '', 'p:cNvPr', 'name')).toContain('AWS Repeatable: 14 of 18');
});

test('says the long version in the notes', async () => {
  const notes = [...partsOf(await whole)]
    .filter(([name]) => name.startsWith('ppt/notesSlides/notesSlide'))
    .flatMap(([, xml]) => textsIn(xml, 'a:t'))
    .join(' ');
  for (const { text, recommendation } of sample.findings)
    for (const line of [...wordsOf(text), ...wordsOf(recommendation)]) expect(notes).toContain(line);
  for (const { title } of sample.report.gaps) expect(notes).toContain(title);
});

test('calls light what a slide draws light, and nothing hatched', async () => {
  const words = slidesOf(await whole)
    .flatMap((slide) => textsIn(slide, 'a:t'))
    .join(' ');
  expect(words).toContain('A range, light, means that');
  expect(words).not.toContain('hatched');
});

test('numbers its slides, names its language, and gives the same bytes for the same document', async () => {
  const file = await whole;
  const [, ...others] = slidesOf(file);
  expect(others.every((slide) => slide.includes('type="slidenum"'))).toBe(true);
  expect(others.join('')).not.toContain('lang="en-US"');
  expect(partOf(file, 'docProps/core.xml')).toContain('2026-11-14T00:00:00Z');
  const again = await reportPptx(sample, content, options);
  expect(Buffer.from(again).equals(Buffer.from(file))).toBe(true);
});

const EMU = 914_400;

/** Every text box and shape with its place in inches, its size in points and its words. */
function boxesOf(slide: string) {
  return shapesOf(slide).flatMap((shape) => {
    const place = /<a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"/.exec(shape);
    const size = Number(/<a:rPr[^>]* sz="(\d+)"/.exec(shape)?.[1] ?? 0) / 100;
    if (place === null) return [];
    const [x = 0, y = 0, w = 0, h = 0] = place.slice(1).map((value) => Number(value) / EMU);
    const bold = / b="1"/.test(shape);
    return [{ ...{ x, y, w, h, size, bold }, text: textsIn(shape, 'a:t').join('') }];
  });
}

test.each([
  ['the sample', sample],
  ['names of 200 characters, findings of 5,000 words, other scripts', hostileDocument(content)],
  ['nothing answered', emptyDocument(content)],
  ['one vendor', oneVendorDocument(content)],
])('keeps every text in its box and every box on the slide: %s', async (_, document) => {
  for (const slide of slidesOf(await reportPptx(document, content, options))) {
    for (const { x, y, w, h, size, bold, text } of boxesOf(slide)) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + w).toBeLessThanOrEqual(13.334);
      expect(y + h).toBeLessThanOrEqual(7.5);
      if (text === '' || size === 0) continue;
      const lines = linesOf(text, { width: w, size, lines: 1, bold });
      expect({ text, high: lines * size * 1.2 <= h * 72 + size * 0.3 }).toEqual({ text, high: true });
    }
    for (const frame of slide.match(/<p:graphicFrame.*?<\/p:graphicFrame>/gs) ?? []) {
      const top = Number(/<a:off x="\d+" y="(\d+)"/.exec(frame)?.[1] ?? 0) / EMU;
      const rows = [...frame.matchAll(/<a:tr h="(\d+)"/g)].map(([, height]) => Number(height) / EMU);
      expect(top + rows.reduce((sum, height) => sum + height, 0)).toBeLessThanOrEqual(6.9);
    }
  }
});

test('writes hostile words as words', async () => {
  const file = await reportPptx(hostileDocument(content), content, options);
  const all = slidesOf(file).join('');
  expect(textsIn(all, 'a:t').join(' ')).toContain('<script>alert(1)</script>');
  expect([...partsOf(file).values()].join('')).not.toMatch(/Target="javascript/i);
  expect(all).toContain('rtl="1"');
});

test('names no other vendor’s levels in a report on one', async () => {
  const text = [...partsOf(await reportPptx(oneVendorDocument(content), content, options))]
    .filter(([name]) => /^ppt\/(slides|notesSlides)\/\w+\.xml$/.test(name))
    .flatMap(([, xml]) => textsIn(xml, 'a:t'))
    .join(' ');
  expect(text).toContain('Google L1');
  expect(text).not.toMatch(/Microsoft L\d|AWS (?:Initial|Repeatable|Reliable|Scalable)/);
});

test('shortens a text by whole signs, and only where it has no room', () => {
  const room = { width: 2, size: 14, lines: 2 };
  expect(fitted('Short enough', room)).toBe('Short enough');
  const cut = fitted('👩‍🔬'.repeat(60), room);
  expect(cut).toMatch(/^(?:👩‍🔬)+…$/u);
  expect(linesOf(cut, room)).toBeLessThanOrEqual(2);
  expect(fitted('', room)).toBe('');
  const texts = Array.from({ length: 9 }, (_, index) => `Point ${index}`);
  const { shown, more } = fittedList(texts, { ...room, lines: 4, each: 1 });
  expect([shown.length, more]).toEqual([3, 6]);
});
