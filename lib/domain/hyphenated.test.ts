import * as fc from 'fast-check';
import { hyphenated } from './hyphenated';

test.each([
  ['Crédit & Co.', 'credit-co'],
  ['  What it will take?  ', 'what-it-will-take'],
  ['東京', ''],
])('%s is %s in an address', (text, expected) => {
  expect(hyphenated(text)).toBe(expected);
});

test('whatever the text, its words in an address stay as they are when they are made again', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const once = hyphenated(text);
      expect(once).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
      expect(hyphenated(once)).toBe(once);
    }),
  );
});
