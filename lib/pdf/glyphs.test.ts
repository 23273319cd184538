import { fontCoverage } from './fonts';
import { formatFor } from './format';
import { breakable, cut, Glyphs, webAddress } from './glyphs';

const printed = (text: string) => {
  const glyphs = new Glyphs(fontCoverage());
  return { text: glyphs.printable(text), replaced: [...glyphs.replaced] };
};

test('the font draws every sign that the templates use', () => {
  for (const sign of '◆■●✓✗▲→□–·…÷’“”\u00a0\u200b') {
    expect([sign, sign === '\u200b' || fontCoverage().has(sign.codePointAt(0) ?? 0)]).toEqual([sign, true]);
  }
});

test.each([
  ['Zoë, Łukasz, Ελλάδα, Україна, Việt Nam', 'Zoë, Łukasz, Ελλάδα, Україна, Việt Nam', []],
  ['e\u0301 composed', 'é composed', []],
  ['a 👨‍👩‍👧 family', 'a □ family', ['👨‍👩‍👧']],
  ['你好你', '□□□', ['你', '好']],
  ['lone \ud83d half', 'lone □ half', ['�']],
  ['tab\tand\r\nline', 'tab and line', []],
  ['\u202eright to left', 'right to left', []],
  ['private \ue000', 'private □', ['\ue000']],
])('%j is printed as %j', (text, expected, replaced) => {
  expect(printed(text)).toEqual({ text: expected, replaced });
});

test('without the square a question mark stands for what is missing', () => {
  expect(new Glyphs(new Set([97])).printable('a你')).toBe('a?');
});

test('long runs may break, ordinary words may not', () => {
  expect(breakable('an ordinary sentence')).toBe('an ordinary sentence');
  const url = 'https://git.harbour.example/ml/fraud-scoring';
  expect(breakable(url)).not.toBe(url);
  expect(breakable(url).replaceAll('\u200b', '')).toBe(url);
  const longest = Math.max(
    ...breakable('x'.repeat(500))
      .split('\u200b')
      .map((part) => part.length),
  );
  expect(longest).toBeLessThanOrEqual(12);
});

test('a text is cut at a whole sign', () => {
  expect(cut('short', 10)).toBe('short');
  expect(cut('Fraud scoring and more', 14)).toBe('Fraud scoring…');
  expect(cut('👩‍🔬👩‍🔬👩‍🔬', 2)).toBe('👩‍🔬…');
});

test('only http and https are web addresses', () => {
  expect(webAddress('https://a.example/x')).toBe('https://a.example/x');
  expect(webAddress(' JaVaScRiPt:alert(1)')).toBeNull();
  expect(webAddress('//a.example')).toBeNull();
  expect(webAddress(undefined)).toBeNull();
});

test('a span shows two bounds only where they differ', () => {
  const { span } = formatFor('de-DE');
  expect(span({ fewest: 4, most: 4 })).toBe('4');
  expect(span({ fewest: 0.5, most: 12.5 })).toBe('0,5–12,5');
});
