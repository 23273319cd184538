import { lintContent, wordCount } from '@/lib/domain/content-lint';
import type { ContentParts } from '@/lib/domain/content';
import { filesOf, lineOf, loadFiles, taken, whole, type Break } from './testing';

const AMBER = 'capabilities/north/amber.yaml';
const MODEL = 'models/aws.yaml';

function faultsOf(parts: ContentParts) {
  const loaded = loadFiles(filesOf(parts));
  if (!loaded.ok) throw new Error(loaded.faults.map(({ file, message }) => `${file}: ${message}`).join('\n'));
  return { faults: lintContent(loaded.content).map(loaded.locate), texts: loaded.texts };
}

const words = (count: number): string => Array.from({ length: count }, (_, index) => `w${index}`).join(' ');

test('the small content has no fault', () => {
  expect(faultsOf(whole()).faults).toEqual([]);
});

test.each<Break>([
  {
    says: 'a question of more than 20 words',
    by: ({ amber }) => (amber.question = words(21)),
    file: AMBER,
    at: ['question:'],
    message: '21 words, at most 20',
  },
  {
    says: 'a reason of more than 25 words',
    by: ({ amber }) => (amber.why = words(26)),
    file: AMBER,
    at: ['why:'],
    message: '26 words, at most 25',
  },
  {
    says: 'a rung of more than 22 words',
    by: ({ amber }) => (amber.rungs[3] = { text: words(23) }),
    file: AMBER,
    at: ['rungs:', 'text: w0'],
    message: '23 words, at most 22',
  },
  {
    says: 'a rung of fewer than 10 words',
    by: ({ amber }) => (amber.rungs[4] = { text: words(9) }),
    file: AMBER,
    at: ['rungs:', 'text: w0'],
    message: '9 words, at least 10',
  },
  {
    says: 'two rungs that say nearly the same',
    by: ({ amber, birch }) => (birch.rungs[2] = { text: `${amber.rungs[1]?.text} too` }),
    file: 'capabilities/south/birch.yaml',
    at: ['amberR1a'],
    message: `says nearly the same as ${AMBER}, rungs.1.text`,
  },
  {
    says: 'two questions that say nearly the same, in other capitals',
    by: ({ amber, birch }) => (birch.question = `${amber.question.toUpperCase()}?`),
    file: 'capabilities/south/birch.yaml',
    at: ['question:'],
    message: `says nearly the same as ${AMBER}, question`,
  },
  {
    says: 'two reasons that say nearly the same',
    by: ({ amber, birch }) => (birch.why = amber.why),
    file: 'capabilities/south/birch.yaml',
    at: ['why:'],
    message: `says nearly the same as ${AMBER}, why`,
  },
  {
    says: 'two criteria that say nearly the same, where neither repeats the other',
    by: ({ first, second }) => (second.text = first.text),
    file: MODEL,
    at: ['id: A-2', 'text:'],
    message: `says nearly the same as ${MODEL}, criteria.0.text`,
  },
  {
    says: 'a step that waits for a higher rung than its own',
    by: ({ birch }) => birch.steps[0]?.after.push({ capability: 'amber', rung: 2 }),
    file: 'capabilities/south/birch.yaml',
    at: ['steps:', 'after:', 'capability: amber'],
    message: 'the step to rung 1 waits for amber on rung 2, above its own',
  },
  {
    says: 'a tool under a platform on which it does not run',
    by: ({ step }) => (step(2).tools = { azure: ['tool'] }),
    file: AMBER,
    at: ['to: 2', 'azure:', '- tool'],
    message: 'tool stands under azure and runs on independent',
  },
  {
    says: 'a tool in a step of a capability that it does not list',
    by: ({ birch }) => birch.steps[2] && (birch.steps[2].tools = { independent: ['tool'] }),
    file: 'capabilities/south/birch.yaml',
    at: ['to: 3', '- tool'],
    message: 'tool carries the step to rung 3 and does not list birch in tools.yaml',
  },
  {
    says: 'a tool twice in one step',
    by: ({ step }) => (step(1).tools = { independent: ['tool', 'tool'] }),
    file: AMBER,
    at: ['to: 1', '- tool', '- tool'],
    message: 'tool stands twice',
  },
  {
    says: 'a tool that lists a capability of which no climb names it',
    by: ({ tool }) => tool.capabilities.push('birch'),
    file: 'tools.yaml',
    at: ['id: tool', '- birch'],
    message: 'no climb of birch names tool',
  },
  {
    says: 'a tool called open source under a licence that is not',
    by: ({ tool, step }) => {
      Object.assign(tool, { platform: 'open-source', licence: 'BUSL-1.1' });
      step(1).tools = { 'open-source': ['tool'] };
    },
    file: 'tools.yaml',
    at: ['licence:'],
    message: 'BUSL-1.1 is no open-source licence: expected another platform than open-source',
  },
  {
    says: 'a name of two roles, in other capitals',
    by: ({ role, parts }) => (parts.roles[1]?.aliases ?? []).push(role.title.toUpperCase()),
    file: 'roles.yaml',
    at: ['id: helper', 'aliases:'],
    message: '"THE ENGINEER" is a name of engineer already',
  },
  {
    says: 'a term that does not stand in the order of ids',
    by: ({ term, parts }) => parts.glossary.push({ ...term, id: 'earlier' }),
    file: 'glossary.yaml',
    at: ['id: earlier'],
    message: 'earlier stands after term: sort by id',
  },
  {
    says: 'a gate on rung 0',
    by: ({ second }) => (second.met = { capability: 'birch', rung: 0 }),
    file: MODEL,
    at: ['id: A-2', 'met:'],
    message: 'A-2: requires rung 0, which everybody has',
  },
  ...['can', 'could', 'may', 'might', 'ideally', 'optional', 'optionally'].map((word) => ({
    says: `a gate that says ${word}`,
    by: ({ second }: ReturnType<typeof taken>) => (second.text = `Features ${word} stand in one store.`),
    file: MODEL,
    at: ['id: A-2', 'gate:'],
    message: 'A-2: a word of permission (can, may, ideally, optional) makes advice, not a gate',
  })),
  {
    says: 'a gate at the level where everybody starts',
    by: ({ aws: { levels } }) => levels[0] && (levels[0].order = 0),
    file: MODEL,
    at: ['id: A-1', 'gate:'],
    message: 'A-1: the level with order 0 is where everybody starts: expected gate: false',
  },
  {
    says: 'a gate that lower levels ask already',
    by: ({ second }) => (second.met = { capability: 'amber', rung: 2 }),
    file: MODEL,
    at: ['- id: A-2'],
    message: 'A-2: is wholly implied by lower levels: mark what it repeats, or tie it higher',
  },
  {
    says: 'alternatives of which a lower level asks one already',
    by: ({ second }) =>
      (second.met = {
        anyOf: [
          { capability: 'birch', rung: 3 },
          { capability: 'amber', rung: 1 },
        ],
      }),
    file: MODEL,
    at: ['id: A-2'],
    message: 'A-2: is wholly implied by lower levels: mark what it repeats, or tie it higher',
  },
  {
    says: 'a level that exclusions can empty',
    by: ({ amber }) => (amber.notApplicable = 'Nobody needs it.'),
    file: MODEL,
    at: ['levels:', '- id: "1"'],
    message: 'Level 1: exclusions could empty this level',
  },
])('$says is named with file, line and reason', ({ by, file, at, message }) => {
  const parts = whole();
  by(taken(parts));
  const { faults, texts } = faultsOf(parts);
  expect(faults).toContainEqual({ file, line: lineOf(texts[file], at), message });
});

test('advice keeps its words of permission, may stand at the start and may ask for rung 0', () => {
  const parts = whole();
  const { second, third, aws } = taken(parts);
  Object.assign(second, {
    gate: false,
    text: 'Features can stand in one store.',
    met: { capability: 'birch', rung: 0 },
  });
  aws.criteria = aws.criteria.filter((criterion) => criterion !== third);
  expect(faultsOf(parts).faults).toEqual([]);
});

test('a repetition keeps the text of what it repeats', () => {
  const parts = whole();
  const { first, third } = taken(parts);
  third.text = first.text;
  expect(faultsOf(parts).faults).toEqual([]);
});

test('all questions and rungs together stay under the words that can be read aloud in a meeting', () => {
  const parts = whole();
  const { amber, lifecycle } = taken(parts);
  const many = Array.from({ length: 50 }, (_, index) => `copy-${index}`);
  for (const id of many)
    parts.capabilities.push({ file: `capabilities/north/${id}.yaml`, value: { ...amber, id } });
  lifecycle.domains[0]?.capabilities.push(...many);
  for (const { value } of parts.capabilities) value.rungs = value.rungs.map(() => ({ text: words(22) }));
  const total = parts.capabilities
    .flatMap(({ value }) => [value.question, ...value.rungs.map(({ text }) => text)])
    .reduce((sum, text) => sum + wordCount(text), 0);
  expect(faultsOf(parts).faults).toContainEqual({
    file: 'lifecycle.yaml',
    line: lineOf(loadFiles(filesOf(parts)).texts['lifecycle.yaml'], ['domains:']),
    message: `all questions and rungs have ${total} words, at most 5200`,
  });
});

test.each([
  ['', 0],
  ['one', 1],
  ['two words', 2],
  ['a dash – between', 3],
  ['know-how, isn’t it?', 3],
  ['  spaced   out \n lines ', 3],
])('%j counts as %i words', (text, count) => {
  expect(wordCount(text)).toBe(count);
});
