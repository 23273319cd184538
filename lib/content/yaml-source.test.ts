import { parseYaml, type LocatedFault, type Path } from './yaml-source';

const MEGABYTE = 1_000_000;

function faultsOf(text: string, maxBytes = MEGABYTE): LocatedFault[] {
  const source = parseYaml(text, maxBytes);
  return source.ok ? [] : source.faults;
}

function valueOf(text: string): unknown {
  const source = parseYaml(text, MEGABYTE);
  if (!source.ok) throw new Error(source.faults.map(({ message }) => message).join('\n'));
  return source.value;
}

const nested = (open: string, close: string, depth: number) =>
  `a: ${open.repeat(depth)}1${close.repeat(depth)}`;

const BOMB = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name, index) => {
    const below = 'abcdefghi'.charAt(index);
    return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${below}`).join(', ')}]`;
  }),
].join('\n');

test.each([
  { says: 'a key twice', text: 'one: 1\ntwo: 2\none: 3\n', line: 3, message: /one/ },
  {
    says: 'a key twice, with Windows line ends',
    text: 'one: 1\r\ntwo: 2\r\none: 3\r\n',
    line: 3,
    message: /one/,
  },
  { says: 'a key twice within a value', text: 'outer:\n  inner: 1\n  inner: 2\n', line: 3, message: /inner/ },
  { says: 'a key twice in JSON', text: '{\n  "one": 1,\n  "one": 2\n}', line: 3, message: /one/ },
  {
    says: 'brackets nested 51 deep',
    text: `x: 1\n${nested('[', ']', 51)}`,
    line: 2,
    message: /deeper than 50 levels/,
  },
  {
    says: 'braces nested 5,000 deep',
    text: nested('{a: ', '}', 5_000),
    line: 1,
    message: /deeper than 50 levels/,
  },
  {
    says: 'dashes nested 5,000 deep',
    text: `a:\n${'- '.repeat(5_000)}1`,
    line: 2,
    message: /deeper than 50 levels/,
  },
  { says: 'an alias without its anchor', text: 'a: 1\nb: 2\nc: *nowhere\n', line: 3, message: /alias/ },
  { says: 'a list that is not closed', text: 'a: 1\nb: [1, 2\n', line: 3, message: /./ },
  { says: 'a tab as indentation', text: 'a:\n\tb: 1\n', line: 2, message: /[Tt]ab/ },
  { says: 'two documents', text: 'a: 1\n---\na: 2\n', line: 2, message: /multiple documents/ },
])('$says is refused on its line', ({ text, line, message }) => {
  expect(faultsOf(text)).toContainEqual({ line, message: expect.stringMatching(message) });
});

test('aliases that would grow to millions of values are refused before they do', () => {
  expect(faultsOf(BOMB)).toEqual([{ line: expect.any(Number), message: expect.stringMatching(/aliases/) }]);
});

// A parser that recurses this deep many times over ends the whole process, so the depth has to be known before it starts.
test.each([
  ['brackets, hidden behind brackets in texts', `${'["]",'.repeat(200)}1${']'.repeat(200)}`],
  ['question marks', `${'? '.repeat(200)}a`],
  ['one space a line', Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
])('nesting by %s is refused', (_by, text) => {
  expect(faultsOf(text)).toEqual([
    { line: expect.any(Number), message: expect.stringMatching(/deeper than 50 levels/) },
  ]);
});

test('a file over the limit is refused by its bytes, not its characters, without being read', () => {
  expect(faultsOf('a: ééé', 9)).toEqual([]);
  expect(faultsOf('a: éééé', 9)).toEqual([{ line: 1, message: 'has 11 bytes, at most 9' }]);
  expect(faultsOf('[', 0)).toEqual([{ line: 1, message: 'has 1 bytes, at most 0' }]);
});

test.each<[string, string, unknown]>([
  ['a date', '2026-10-01', '2026-10-01'],
  ['no', 'no', 'no'],
  ['yes', 'yes', 'yes'],
  ['a version in quotes', '"2026.1"', '2026.1'],
  ['a whole number', '3', 3],
  ['nothing', '', null],
])('%s stays as it is written', (_what, written, expected) => {
  expect(valueOf(`a: ${written}`)).toEqual({ a: expected });
});

test('JSON is read as well', () => {
  expect(valueOf('{"a": [1, {"b": "\\u00e9"}]}')).toEqual({ a: [1, { b: 'é' }] });
});

test('an alias that is meant to save writing is allowed', () => {
  expect(valueOf('a: &note Seen by both.\nb: *note\n')).toEqual({ a: 'Seen by both.', b: 'Seen by both.' });
});

test('brackets in texts and comments are no nesting', () => {
  const notes = Array.from({ length: 60 }, (_, index) => `n${index}: between [0, ${index})`);
  expect(faultsOf(notes.join('\n'))).toEqual([]);
  expect(faultsOf(`a: 1 # ${'['.repeat(60)}\nb: "${'{'.repeat(60)}"\n`)).toEqual([]);
});

test('fifty levels are allowed', () => {
  expect(faultsOf(nested('[', ']', 50))).toEqual([]);
});

describe('the line of a path', () => {
  const source = parseYaml(
    [
      '# comment',
      'top:',
      '  list:',
      '    - first',
      '    - key: value',
      '      "3": quoted',
      '  empty:',
      'last: { flow: 1 }',
    ].join('\n'),
    MEGABYTE,
  );

  test.each<[Path, number]>([
    [['top'], 2],
    [['top', 'list', 0], 4],
    [['top', 'list', 1], 5],
    [['top', 'list', 1, 'key'], 5],
    [['top', 'list', 1, '3'], 6],
    [['top', 'empty'], 7],
    [['last', 'flow'], 8],
    [['top', 'list', 1, 'missing'], 5],
    [['top', 'list', 9], 3],
    [['top', 'missing', 'deeper'], 2],
    [['missing'], 2],
  ])('%j is where the key stands, or its nearest parent', (path, line) => {
    expect(source.ok && source.lineOf(path)).toBe(line);
  });
});
