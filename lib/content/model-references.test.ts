import { filesOf, lineOf, loadFiles, taken, whole, type Break } from './testing';

const MODEL = 'models/aws.yaml';
const A2 = 'id: A-2';

test.each<Break>([
  {
    says: 'a criterion twice',
    by: ({ aws, first }) => aws.criteria.push({ ...first }),
    file: MODEL,
    at: ['id: A-1', 'id: A-1'],
    message: 'the id A-1 stands twice',
  },
  {
    says: 'a criterion of two models',
    by: ({ parts: { models }, first }) => models[2]?.value.criteria.push({ ...first }),
    file: 'models/google.yaml',
    at: ['id: A-1'],
    message: 'the id A-1 stands twice',
  },
  {
    says: 'a level twice',
    by: ({ aws: { levels } }) => levels[1] && (levels[1].id = '1'),
    file: MODEL,
    at: ['id: "1"', 'id: "1"'],
    message: 'the id 1 stands twice',
  },
  {
    says: 'two levels of one order',
    by: ({ aws: { levels } }) => levels[1] && (levels[1].order = 1),
    file: MODEL,
    at: ['order: 1', 'order: 1'],
    message: 'the order 1 stands twice',
  },
  {
    says: 'an area twice',
    by: ({ aws: { dimensions } }) => dimensions.push({ id: 'area', name: 'Area' }),
    file: MODEL,
    at: ['dimensions:', '- id: area', '- id: area'],
    message: 'the id area stands twice',
  },
  {
    says: 'a criterion at an unknown level',
    by: ({ second }) => (second.level = '9'),
    file: MODEL,
    at: [A2, 'level: "9"'],
    message: 'A-2: there is no level 9',
  },
  {
    says: 'a criterion in an unknown area',
    by: ({ second }) => (second.dimension = 'moon'),
    file: MODEL,
    at: [A2, 'dimension: moon'],
    message: 'A-2: there is no dimension moon',
  },
  {
    says: 'a criterion from an unknown source',
    by: ({ second }) => (second.source.id = 'hearsay'),
    file: MODEL,
    at: [A2, 'source:'],
    message: 'A-2: there is no source hearsay',
  },
  {
    says: 'a criterion tied to an unknown capability',
    by: ({ second }) => (second.met = { capability: 'cedar', rung: 1 }),
    file: MODEL,
    at: [A2, 'met:'],
    message: 'A-2: there is no capability cedar',
  },
  {
    says: 'a criterion tied twice to one capability',
    by: ({ second }) =>
      (second.met = {
        anyOf: [
          { capability: 'amber', rung: 3 },
          { capability: 'amber', rung: 4 },
        ],
      }),
    file: MODEL,
    at: [A2, 'met:'],
    message: 'A-2: names a capability twice',
  },
  {
    says: 'a repetition of nothing',
    by: ({ third }) => (third.repeats = 'A-9'),
    file: MODEL,
    at: ['id: A-3', 'repeats: A-9'],
    message: 'A-3: A-9 is not a criterion of a lower level',
  },
  {
    says: 'a repetition of the same level',
    by: ({ third }) => (third.repeats = 'A-2'),
    file: MODEL,
    at: ['id: A-3', 'repeats: A-2'],
    message: 'A-3: A-2 is not a criterion of a lower level',
  },
  {
    says: 'a repetition tied elsewhere',
    by: ({ third }) => (third.met = { capability: 'amber', rung: 1 }),
    file: MODEL,
    at: ['id: A-3', 'met:'],
    message: 'A-3: differs from A-1, which it repeats',
  },
  {
    says: 'a repetition that gates',
    by: ({ third }) => (third.gate = true),
    file: MODEL,
    at: ['id: A-3', 'gate:'],
    message: 'A-3: repeats another criterion and so counts nowhere: expected gate: false',
  },
])('$says is refused with file, line and reason', ({ by, file, at, message }) => {
  const parts = whole();
  by(taken(parts));
  const loaded = loadFiles(filesOf(parts));
  expect(loaded.ok ? [] : loaded.faults).toContainEqual({
    file,
    line: lineOf(loaded.texts[file], at),
    message,
  });
});
