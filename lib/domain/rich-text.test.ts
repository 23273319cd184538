import * as fc from 'fast-check';
import { parseRichText, type Inline, type RichText } from './rich-text';

const text = (words: string): Inline => ({ kind: 'text', text: words });
const paragraph = (...of: Inline[]) => ({ kind: 'paragraph' as const, of });

test.each<[string, string, RichText]>([
  ['nothing', '', []],
  ['two paragraphs', 'One\nline.\n\nTwo.', [paragraph(text('One line.')), paragraph(text('Two.'))]],
  [
    'marks',
    'A **strong *and* soft** `x < 1` word',
    [
      paragraph(
        text('A '),
        { kind: 'strong', of: [text('strong '), { kind: 'emphasis', of: [text('and')] }, text(' soft')] },
        text(' '),
        { kind: 'code', text: 'x < 1' },
        text(' word'),
      ),
    ],
  ],
  [
    'a link',
    'See [the *register*](https://harbour.example/a?b=1).',
    [
      paragraph(
        text('See '),
        {
          kind: 'link',
          href: 'https://harbour.example/a?b=1',
          of: [text('the '), { kind: 'emphasis', of: [text('register')] }],
        },
        text('.'),
      ),
    ],
  ],
  [
    'a list of points',
    'Do:\n\n- one **now**\n- two\n  - deeper',
    [
      paragraph(text('Do:')),
      {
        kind: 'list',
        ordered: false,
        start: 1,
        items: [[text('one '), { kind: 'strong', of: [text('now')] }], [text('two')], [text('deeper')]],
      },
    ],
  ],
  [
    'a list of numbers',
    '3. three\n4. four',
    [{ kind: 'list', ordered: true, start: 3, items: [[text('three')], [text('four')]] }],
  ],
])('%s', (_what, typed, tree) => {
  expect(parseRichText(typed)).toEqual(tree);
});

test.each([
  ['a heading', '# Heading'],
  ['HTML', '<script>alert(1)</script> & <b>bold</b>'],
  ['a quotation', '> quoted'],
  ['a table', '| a | b |'],
  ['a picture', '![alt](https://evil.example/a.png)'],
  ['a fence', '~~~ js'],
  ['a bare address', 'https://harbour.example'],
  ['an address in angles', '<https://harbour.example>'],
  ['a reference', '[a][b]'],
  ['a definition', '[b]: https://harbour.example'],
  ['a javascript: link', '[click](javascript:alert(1))'],
  ['a hidden javascript: link', '[click](&#106;avascript:alert(1))'],
  ['a data: link', '[click](data:text/html,x)'],
  ['a link without https', '[click](http://harbour.example)'],
  ['a link on this site', '[click](/harbour-bank/settings)'],
  ['a link to an account', '[click](https://google.com@evil.example)'],
])('%s is text as it was typed', (_what, typed) => {
  expect(parseRichText(typed)).toEqual([paragraph(text(typed))]);
});

const PIECES = [
  ...[
    '**',
    '*',
    '_',
    '`',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '!',
    '#',
    '- ',
    '1. ',
    '> ',
    '\\',
    '&amp;',
    '|',
    '~~',
  ],
  ...['\n', '\n\n', '    ', '\t', '---', '```', 'https://a.example', 'javascript:', '"', ':', '=', '[x] '],
];
const typed = fc.oneof(
  fc.string({ maxLength: 200, unit: 'grapheme' }),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.stringMatching(/^[a-z0-9]{1,6} ?$/)), { maxLength: 60 })
    .map((pieces) => pieces.join('')),
);

const inTree = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) =>
      inline.kind === 'link'
        ? `${inTree(inline.of)} ${inline.href}`
        : 'of' in inline
          ? inTree(inline.of)
          : inline.text,
    )
    .join('');
const all = (tree: RichText): string =>
  tree
    .map((block) => (block.kind === 'paragraph' ? inTree(block.of) : block.items.map(inTree).join('\n')))
    .join('\n');

test('whatever is typed, no word of it is lost', () => {
  fc.assert(
    fc.property(typed, (input) => {
      const shown = all(parseRichText(input));
      // The number of an ordered item is its place in the list, not a word.
      const words = input.replaceAll(/^[ \t]*(?:[-*+>] ?|\d{1,9}[.)] ?)+/gm, '').match(/[a-z]{2,}/gi) ?? [];
      for (const word of words) expect(shown.toLowerCase()).toContain(word.toLowerCase());
    }),
    { numRuns: 3000 },
  );
});

test('whatever is typed, each link is one of https, and each list has items', () => {
  const hrefs = (inlines: readonly Inline[]): string[] =>
    inlines.flatMap((inline) =>
      'of' in inline ? [...(inline.kind === 'link' ? [inline.href] : []), ...hrefs(inline.of)] : [],
    );
  fc.assert(
    fc.property(typed, (input) => {
      for (const block of parseRichText(input)) {
        const lines = block.kind === 'paragraph' ? [block.of] : block.items;
        expect(lines.length).toBeGreaterThan(0);
        expect(lines.flatMap(hrefs).every((href) => href.startsWith('https://'))).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});

test.each([
  '[',
  '**',
  '*a **b ',
  '_a',
  '[a](',
  '1) ',
  '- 1. ',
  '+ * ',
  '> ',
  '- ',
  '*a ',
  '`',
  '![',
  '(',
  '1. ',
  '  - ',
  '<',
])('four thousand characters of %p are read in no time', (piece) => {
  const begun = performance.now();
  parseRichText(piece.repeat(Math.ceil(4000 / piece.length)));
  expect(performance.now() - begun).toBeLessThan(1500);
});
