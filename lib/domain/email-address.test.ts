import * as fc from 'fast-check';
import { normalEmail } from './email-address';
import { emailSchema } from './schema/email-address';

const kept = (typed: string): string | null => emailSchema.safeParse(typed).data ?? null;

test.each([
  ['capitals', 'Ana@Harbour.Example'],
  ['spaces around it, as phones add them', ' ana@harbour.example '],
  ['letters of full width', 'ａｎａ＠harbour.example'],
])('an address typed with %s is the one address', (_what, typed) => {
  expect(kept(typed)).toBe('ana@harbour.example');
});

test.each([
  ['a Cyrillic а', '\u0430na@harbour.example'],
  ['a Greek omicron in its domain', 'ana@harb\u03BFur.example'],
  ['an i without a dot', 'p\u0131et@harbour.example'],
  ['a letter with an accent', 'anä@harbour.example'],
  ['an accent of its own', 'ana\u0301@harbour.example'],
  ['a space without width', 'an\u200Ba@harbour.example'],
  ['a mark that turns the direction', 'ana\u202E@harbour.example'],
])('an address with %s is refused in words, as it looks like another', (_what, typed) => {
  expect(emailSchema.safeParse(typed).error?.issues[0]?.message).toMatch(/letters a to z/);
});

test('whatever is taken is plain ASCII, and taken again it is the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (name) => {
      const address = kept(`${name}@harbour.example`);
      if (address === null) return;
      expect(address).toMatch(/^[\x21-\x7e]+$/);
      expect(kept(address)).toBe(address);
      expect(normalEmail(address)).toBe(address);
    }),
  );
});

test('an address in other letters keeps its account, whatever its capitals', () => {
  expect(normalEmail('ÉLODIE@EXAMPLE.ORG ')).toBe(normalEmail('élodie@example.org'));
});
