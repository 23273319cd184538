import * as fc from 'fast-check';
import { addressProblem, isWebAddress, textProblem, withoutControls } from './plain-text';
import { evidenceSchema, plainText } from './schema/answers';

const LONGEST = 12;
const anyText = fc.string({
  unit: fc.constantFrom(
    'a',
    ' ',
    '\n',
    '\r',
    '\t',
    '\u0000',
    '\u0085',
    '\u007f',
    'é',
    '😀',
    '\ud800',
    '\udc00',
  ),
  maxLength: 20,
});

test('the browser refuses exactly what the schema refuses', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(textProblem(text, LONGEST) === null).toBe(plainText(LONGEST).safeParse(text).success);
    }),
  );
});

test.each([
  ['😀'.repeat(LONGEST), true],
  [`${'😀'.repeat(LONGEST)}a`, false],
  [`${'a'.repeat(LONGEST - 1)}😀`, true],
  ['\ud800', false],
])('a character is one, however many units it takes: %j', (text, fits) => {
  expect(textProblem(text, LONGEST) === null).toBe(fits);
  expect(plainText(LONGEST).safeParse(text).success).toBe(fits);
});

test('without control characters a text of the right length can be stored, and its visible part is whole', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(textProblem(withoutControls(text), 1_000)).toBeNull();
    }),
  );
  expect(withoutControls('a\u0000b\u0007\n\tc 😀\ud800')).toBe('ab\n\tc 😀');
});

test('a text that is too long is told by how much', () => {
  expect(textProblem('x'.repeat(4_120), 4_000)).toMatch(/^120 too many: at most 4,000/);
});

test.each([
  'https://example.org/a?b#c',
  'http://localhost:3000',
  'javascript:alert(1)',
  'example.org',
  'ftp://a.b',
  '',
])('as an address of evidence, %s is judged as the schema judges it', (url) => {
  expect(isWebAddress(url)).toBe(evidenceSchema.shape.url.safeParse(url).success);
  expect(addressProblem(url) === null).toBe(isWebAddress(url));
});

test.each([
  ['javascript:alert(1)', /; javascript: is not taken$/],
  [' FTP://a.b', /; ftp: is not taken$/],
  ['data:text/html,x', /; data: is not taken$/],
  ['example.org:8080', /address$/],
  ['http://', /address$/],
])('an address that opens no page is refused by what it names: %s', (url, sentence) => {
  expect(addressProblem(url)).toMatch(sentence);
});
