import * as fc from 'fast-check';
import { accentWords, contrast, logoSize, logoSvg, READABLE, readableAccent } from './brand';
import { accentField, brandName, confidentialityLine } from './schema/brand';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);

const hueOf = (hex: string): number | null => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
  // Of few steps the hue is mostly rounding.
  if (most - least < 24) return null;
  return (Math.atan2(Math.sqrt(3) * (g - b), 2 * r - g - b) * 180) / Math.PI;
};

test.each([
  ['#000000', '#FFFFFF', 21],
  ['#FFFFFF', '#FFFFFF', 1],
  ['#767676', '#FFFFFF', 4.54],
  ['#FFD400', '#FFFFFF', 1.43],
])('the contrast of %s on %s is that of WCAG', (one, other, expected) => {
  expect(contrast(one, other)).toBeCloseTo(expected, 2);
  expect(contrast(other, one)).toBeCloseTo(expected, 2);
});

test('every colour becomes one that words can be read in, and a readable one stays', () => {
  fc.assert(
    fc.property(colour, (hex) => {
      const readable = readableAccent(hex);
      expect(contrast(readable.colour, '#FFFFFF')).toBeGreaterThanOrEqual(READABLE);
      expect(readable.corrected).toBe(contrast(hex, '#FFFFFF') < READABLE);
      if (!readable.corrected) expect(readable.colour).toBe(hex.toUpperCase());
      expect(readableAccent(readable.colour)).toMatchObject({ colour: readable.colour, corrected: false });
    }),
    { numRuns: 1000 },
  );
});

test('a corrected colour keeps its hue, and is no darker than it has to be', () => {
  fc.assert(
    fc.property(colour, (hex) => {
      const readable = readableAccent(hex);
      if (!readable.corrected) return;
      expect(readable.contrast).toBeLessThan(READABLE + 0.35);
      const [before, after] = [hueOf(hex), hueOf(readable.colour)];
      if (before === null || after === null) return;
      const apart = Math.abs(before - after);
      expect(Math.min(apart, 360 - apart)).toBeLessThan(4);
    }),
    { numRuns: 1000 },
  );
});

test('a correction is said with both figures', () => {
  expect(accentWords(readableAccent('#ffd400'))).toMatch(
    /^#FFD400 has a contrast of 1\.4 to 1 on white, less than the 4\.5 that words need\. Texts and rules are set in #[0-9A-F]{6} \(4\.\d to 1\)\.$/,
  );
  expect(accentWords(readableAccent('#1F4E79'))).toBe(
    '#1F4E79 has a contrast of 8.6 to 1 on white. Texts and rules are set in it.',
  );
});

test.each([
  [
    { width: 400, height: 100 },
    { width: 70, height: 17.5 },
  ],
  [
    { width: 100, height: 100 },
    { width: 18, height: 18 },
  ],
  [
    { width: 1400, height: 100 },
    { width: 70, height: 5 },
  ],
  [
    { width: 10, height: 200 },
    { width: 0.9, height: 18 },
  ],
])('a logo of %p fits its box and keeps its proportions', (logo, expected) => {
  const size = logoSize(logo);
  expect(size.width).toBeCloseTo(expected.width);
  expect(size.height).toBeCloseTo(expected.height);
});

test('pixels are wrapped, and a drawing stays as it is', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
  expect(logoSvg({ kind: 'svg', data: svg, width: 1, height: 1 })).toBe(svg);
  expect(logoSvg({ kind: 'jpeg', data: 'AAAA', width: 20, height: 10 })).toContain(
    '<image width="20" height="10" href="data:image/jpeg;base64,AAAA"/>',
  );
});

test.each([
  ['#1f4e79', '#1F4E79'],
  [' 1F4E79 ', '#1F4E79'],
  ['#abc', '#AABBCC'],
  ['', null],
])('the colour %p is read as %p', (typed, expected) => {
  expect(accentField.parse(typed)).toBe(expected);
});

test.each(['blue', '#12345', '#1234567', 'url(#a)', '#1F4E79;x', '#gggggg'])(
  'the colour %p is refused with an example of one',
  (typed) => {
    expect(() => accentField.parse(typed)).toThrow('expected a colour such as #1F4E79');
  },
);

test('a name of 200 characters is refused with how many it may have, and an empty one is nothing', () => {
  expect(() => brandName.parse('x'.repeat(200))).toThrow('at most 80 characters');
  expect(() => confidentialityLine.parse('x'.repeat(121))).toThrow('at most 120 characters');
  expect([brandName.parse('  '), confidentialityLine.parse('')]).toEqual([null, null]);
});
