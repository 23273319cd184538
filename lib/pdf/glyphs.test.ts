import { familiesFor } from './fonts';
import { formatFor } from './format';
import { breakable, cut, Glyphs, webAddress } from './glyphs';

const glyphsFor = (text: string) => new Glyphs(familiesFor(text));

const printed = (text: string) => {
  const glyphs = glyphsFor(text);
  return { text: glyphs.printable(text), replaced: [...glyphs.replaced] };
};

/** The families that a text needs beside the main one. */
const further = (text: string) => {
  const glyphs = glyphsFor(text);
  glyphs.printable(text);
  return glyphs.fonts.slice(1);
};

test('the main font draws every sign that the templates use', () => {
  const [main] = familiesFor('');
  for (const sign of '◆■●✓✗▲◇→□–·…÷’“”\u00a0\u200b') {
    expect([sign, sign === '\u200b' || main.draws(sign.codePointAt(0) ?? 0)]).toEqual([sign, true]);
  }
});

test.each([
  ['Zoë, Łukasz, Ελλάδα, Україна, Việt Nam', 'Zoë, Łukasz, Ελλάδα, Україна, Việt Nam', []],
  ['e\u0301 composed', 'é composed', []],
  ['a 👨‍👩‍👧 family 🇩🇪 ❤️ 1️⃣', 'a 👨‍👩‍👧 family 🇩🇪 ❤ 1\u20e3', []],
  ['你好，世界', '你好，世界', []],
  ['می‌خواهم', '\u2067می‌خواهم\u2069', []],
  ['ไทย ที่', '□□□ □', ['ไ', 'ท', 'ย', 'ที่']],
  ['𓀀 and 😀\u0301', '□ and □', ['𓀀', '😀\u0301']],
  ['lone \ud83d half', 'lone □ half', ['�']],
  ['tab\tand\r\nline', 'tab and line', []],
  ['\u202eright to left', 'right to left', []],
  ['private \ue000', 'private □', ['\ue000']],
])('%j is printed as %j', (text, expected, replaced) => {
  expect(printed(text)).toEqual({ text: expected, replaced });
});

test.each([
  ['Zoë, Ελλάδα, Україна, Việt Nam', []],
  ['كشف الاحتيال', ['Vazirmatn']],
  ['זיהוי הונאות', ['Noto Sans Hebrew']],
  ['欺诈检测', ['Noto Sans S Chinese']],
  ['詐欺偵測', ['Noto Sans S Chinese']],
  ['不正検知モデル', ['BIZ UDPGothic']],
  ['이상 거래 탐지', ['NanumGothic']],
  ['🚀', ['Noto Emoji']],
  ['한국어 中文 עברית', ['Noto Sans Hebrew', 'Noto Sans S Chinese', 'NanumGothic']],
])('%j needs %j beside the main font', (text, expected) => {
  expect(further(text)).toEqual(expected);
});

test('without the square a question mark stands for what is missing', () => {
  expect(new Glyphs([{ name: 'Small', draws: (point) => point === 97 }]).printable('a你')).toBe('a?');
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
  const chinese = '每晚重新训练模型由风险部门审核两个模型仍使用旧流程。'.repeat(3);
  expect(breakable(chinese)).toBe(chinese);
  expect(breakable('👩‍🔬'.repeat(20)).split('\u200b').join('|')).not.toMatch(/\u200d\||\|\u200d/);
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
