import * as fc from 'fast-check';
import { joinContent, type ContentParts } from '@/lib/domain/content';
import { referenceProblems } from '@/lib/domain/content-problems';
import { lintContent } from '@/lib/domain/content-lint';
import { arbitraryParts } from '@/lib/domain/testing';
import { BrokenContent, contentFolder, loadContent } from './load';
import { filesOf, lineOf, loadFiles, sha256, taken, whole } from './testing';

test('the content of this repository has no fault of schema, reference or lint', () => {
  const loaded = loadContent(contentFolder());
  expect(loaded.ok ? lintContent(loaded.content) : loaded.faults).toEqual([]);
});

test('the random contents of the tests have none either', () => {
  fc.assert(
    fc.property(arbitraryParts, (parts) => {
      const loaded = loadFiles(filesOf(parts));
      expect(loaded.ok ? lintContent(loaded.content) : loaded.faults).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

const AMBER = 'capabilities/north/amber.yaml';

test.each<{ says: string; file: string; change: [RegExp, string]; at: string[]; message: string | RegExp }>([
  {
    says: 'an unknown field',
    file: AMBER,
    change: [/^title/m, 'colour: red\ntitle'],
    at: ['colour'],
    message: 'colour: unknown key colour',
  },
  {
    says: 'a missing field',
    file: AMBER,
    change: [/^question.*\n/m, ''],
    at: ['id: amber'],
    message: /^question: /,
  },
  {
    says: 'a field twice',
    file: AMBER,
    change: [/^title/m, 'title: Again\ntitle'],
    at: ['title: Title'],
    message: /title|unique/,
  },
  {
    says: 'four rungs',
    file: AMBER,
    change: [/^ {2}- text: amberR4.*\n/m, ''],
    at: ['rungs:'],
    message: 'rungs: expected exactly five rungs, 0 to 4',
  },
  {
    says: 'an unknown licence',
    file: 'tools.yaml',
    change: [/licence: MIT/, 'licence: Free'],
    at: ['licence: Free'],
    message: /^0\.licence: expected a licence of lib\/domain\/licences\.ts/,
  },
  {
    says: 'effort in quarters of a day',
    file: AMBER,
    change: [/engineer: 1$/m, 'engineer: 0.25'],
    at: ['engineer: 0.25'],
    message: /^steps\.0\.effort\.engineer: /,
  },
  {
    says: 'an id that is no slug',
    file: AMBER,
    change: [/^id: amber/m, 'id: Amber_1'],
    at: ['id: Amber_1'],
    message: 'id: expected a slug: lower-case letters, digits and single hyphens',
  },
  {
    says: 'a rung that does not exist',
    file: 'models/aws.yaml',
    change: [/rung: 2$/m, 'rung: 5'],
    at: ['rung: 5'],
    message: /^criteria\.0\.met\.rung: /,
  },
  {
    says: 'a criterion with met and info',
    file: 'models/aws.yaml',
    change: [/gate: true/, 'gate: true\n    info: Both.'],
    at: ['criteria:', '- id: A-1'],
    message: 'criteria.0: expected either met or info, not both and not neither',
  },
  {
    says: 'a tie without a word on its gate',
    file: 'models/aws.yaml',
    change: [/ {4}gate: true\n/, ''],
    at: ['criteria:', '- id: A-1'],
    message: 'criteria.0: a criterion with met needs gate: true or false',
  },
  {
    says: 'a criterion id in another form',
    file: 'models/aws.yaml',
    change: [/id: A-1/, 'id: a1'],
    at: ['id: a1'],
    message: 'criteria.0.id: expected a criterion id such as MS2-TE4',
  },
  {
    says: 'an address that is not https',
    file: 'models/aws.yaml',
    change: [/https:/, 'http:'],
    at: ['url: http:'],
    message: 'sources.0.url: expected an https:// address',
  },
  {
    says: 'a date that is none',
    file: 'models/aws.yaml',
    change: [/2026-01-01/, '2026-13-01'],
    at: ['edition:'],
    message: /^edition: /,
  },
  {
    says: 'a version in another form',
    file: 'lifecycle.yaml',
    change: [/"?2026\.1"?/, 'next'],
    at: ['version:'],
    message: 'version: expected a content version such as 2026.1',
  },
  { says: 'an empty file', file: 'roles.yaml', change: [/[^]*/, ''], at: [], message: /expected array/ },
])('$says stops the start with file, line and reason', ({ file, change, at, message }) => {
  const texts = { ...loadFiles(filesOf(whole())).texts };
  const before = texts[file] ?? '';
  texts[file] = before.replace(...change);
  expect(texts[file]).not.toBe(before);
  const loaded = loadFiles(texts);
  const faults = loaded.ok ? [] : loaded.faults;
  const line = Math.max(1, lineOf(texts[file], at));
  expect(faults).toContainEqual({
    file,
    line,
    message: typeof message === 'string' ? message : expect.stringMatching(message),
  });
});

test.each(['roles.yaml', 'tools.yaml', 'lifecycle.yaml', 'glossary.yaml', 'models/google.yaml'])(
  'a missing %s stops the start and is named',
  (file) => {
    const { [file]: _gone, ...files } = filesOf(whole());
    const loaded = loadFiles(files);
    expect(loaded.ok ? [] : loaded.faults).toContainEqual({
      file,
      line: 1,
      message: 'is missing or cannot be read',
    });
  },
);

test('the message that stops a start has one line a fault, which begins with the path', () => {
  const fault = { file: AMBER, line: 7, message: 'rungs: expected exactly five rungs, 0 to 4' };
  const { message } = new BrokenContent([fault, { ...fault, line: 9 }]);
  expect(message.split('\n').slice(1)).toEqual([
    `content/${AMBER}:7: ${fault.message}`,
    `content/${AMBER}:9: ${fault.message}`,
  ]);
});

test('the order of files moves neither the content nor its two hashes', () => {
  fc.assert(
    fc.property(
      arbitraryParts.chain((parts) =>
        fc.tuple(
          fc.constant(parts),
          fc.shuffledSubarray(parts.capabilities, { minLength: parts.capabilities.length }),
          fc.shuffledSubarray(parts.models, { minLength: parts.models.length }),
        ),
      ),
      ([parts, capabilities, models]) => {
        const shuffled = { ...parts, capabilities, models };
        expect(referenceProblems(shuffled)).toEqual([]);
        expect(joinContent(shuffled, sha256)).toEqual(joinContent(parts, sha256));
      },
    ),
    { numRuns: 60 },
  );
});

test('the order of keys in a file moves neither hash', () => {
  const backwards = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(backwards)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value)
              .toReversed()
              .map(([key, each]) => [key, backwards(each)]),
          )
        : value;
  const [a, b] = [
    loadFiles(filesOf(whole())),
    loadFiles(backwards(filesOf(whole())) as Record<string, unknown>),
  ];
  expect(a.ok && b.ok && [b.content.edition, b.content.measure]).toEqual(
    a.ok && [a.content.edition, a.content.measure],
  );
});

test.each<{ says: string; by: (whole: ReturnType<typeof taken>) => unknown; measure: 'moves' | 'stays' }>([
  {
    says: 'the text of a rung',
    by: ({ amber }) => (amber.rungs[2] = { text: 'Another text.' }),
    measure: 'moves',
  },
  {
    says: 'what may be excluded',
    by: ({ birch }) => (birch.notApplicable = 'Nobody needs it.'),
    measure: 'moves',
  },
  { says: 'the pillar of a capability', by: ({ amber }) => (amber.pillar = 'devops'), measure: 'moves' },
  {
    says: 'the rung of a tie',
    by: ({ first }) => (first.met = { capability: 'amber', rung: 1 }),
    measure: 'moves',
  },
  { says: 'a gate', by: ({ second }) => (second.gate = false), measure: 'moves' },
  { says: 'the level of a criterion', by: ({ second }) => (second.level = '3'), measure: 'moves' },
  {
    says: 'the order of levels',
    by: ({ aws: { levels } }) => levels[2] && (levels[2].order = 7),
    measure: 'moves',
  },
  {
    says: 'the wording of a question',
    by: ({ amber }) => (amber.question = 'Another question?'),
    measure: 'stays',
  },
  { says: 'the effort of a step', by: ({ step }) => (step(2).effort = { engineer: 7 }), measure: 'stays' },
  { says: 'the wording of a criterion', by: ({ first }) => (first.text = 'Other words.'), measure: 'stays' },
  { says: 'a role', by: ({ role }) => role.duties.push('Does more.'), measure: 'stays' },
  { says: 'the version', by: ({ lifecycle }) => (lifecycle.version = '2026.2'), measure: 'stays' },
])('$says moves the edition, and the measure $measure', ({ by, measure }) => {
  const hashes = (parts: ContentParts) => {
    const { edition, measure: hash } = joinContent(parts, sha256);
    return [edition.hash, hash];
  };
  const parts = whole();
  const [edition, before] = hashes(parts);
  by(taken(parts));
  const [changed, after] = hashes(parts);
  expect(changed).not.toBe(edition);
  expect(after === before ? 'stays' : 'moves').toBe(measure);
});
