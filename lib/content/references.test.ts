import { filesOf, lineOf, loadFiles, taken, whole, type Break } from './testing';

const AMBER = 'capabilities/north/amber.yaml';
const BIRCH = 'capabilities/south/birch.yaml';

test.each<Break>([
  {
    says: 'a capability in another place',
    by: ({ parts: { capabilities } }) =>
      capabilities[0] && (capabilities[0].file = 'capabilities/south/amber.yaml'),
    file: 'capabilities/south/amber.yaml',
    at: ['id: amber'],
    message: `belongs in ${AMBER}: id and domain name the file`,
  },
  {
    says: 'a model in another place',
    by: ({ parts: { models }, aws }) => models.push({ file: 'models/amazon.yaml', value: aws }),
    file: 'models/amazon.yaml',
    at: ['id: aws'],
    message: 'belongs in models/aws.yaml',
  },
  {
    says: 'a domain with a capability that has no file',
    by: ({ lifecycle }) => lifecycle.domains[0]?.capabilities.push('cedar'),
    file: 'lifecycle.yaml',
    at: ['- cedar'],
    message: 'there is no capability file for cedar',
  },
  {
    says: 'a capability that names another domain',
    by: ({ lifecycle: { domains } }) => domains[0]?.capabilities.push('birch') && domains.pop(),
    file: 'lifecycle.yaml',
    at: ['- birch'],
    message: 'birch says that it belongs to south',
  },
  {
    says: 'a capability in no domain',
    by: ({ lifecycle: { domains } }) => domains.pop(),
    file: BIRCH,
    at: ['id: birch'],
    message: 'birch is missing from its domain in lifecycle.yaml',
  },
  {
    says: 'a capability listed twice',
    by: ({ lifecycle: { domains } }) => domains[0]?.capabilities.push('amber'),
    file: 'lifecycle.yaml',
    at: ['domains:'],
    message: 'the id amber stands twice',
  },
  {
    says: 'a role twice',
    by: ({ parts, role }) => parts.roles.push({ ...role }),
    file: 'roles.yaml',
    at: ['id: engineer', 'id: engineer'],
    message: 'the id engineer stands twice',
  },
  {
    says: 'a tool twice',
    by: ({ parts, tool }) => parts.tools.push({ ...tool }),
    file: 'tools.yaml',
    at: ['id: tool', 'id: tool'],
    message: 'the id tool stands twice',
  },
  {
    says: 'a term twice',
    by: ({ parts, term }) => parts.glossary.push({ ...term }),
    file: 'glossary.yaml',
    at: ['id: term', 'id: term'],
    message: 'the id term stands twice',
  },
  {
    says: 'a lead that is no role',
    by: ({ amber }) => amber.roles.lead.push('juggler'),
    file: AMBER,
    at: ['- juggler'],
    message: 'there is no role juggler',
  },
  {
    says: 'a support that is no role',
    by: ({ amber }) => amber.roles.support.push('juggler'),
    file: AMBER,
    at: ['- juggler'],
    message: 'there is no role juggler',
  },
  {
    says: 'a word that no glossary explains',
    by: ({ amber }) => amber.words.push('jargon'),
    file: AMBER,
    at: ['- jargon'],
    message: 'there is no term jargon',
  },
  {
    says: 'steps out of order',
    by: ({ step }) => (step(2).to = 3),
    file: AMBER,
    at: ['to: 3'],
    message: 'expected the step to rung 2 here',
  },
  {
    says: 'effort of nobody',
    by: ({ step }) => (step(1).effort = { juggler: 1 }),
    file: AMBER,
    at: ['juggler: 1'],
    message: 'there is no role juggler',
  },
  {
    says: 'effort of somebody who neither leads nor supports',
    by: ({ amber, step }) => {
      amber.roles.support = [];
      step(1).effort = { helper: 1 };
    },
    file: AMBER,
    at: ['helper: 1'],
    message: 'helper is neither lead nor support of amber',
  },
  {
    says: 'a step with an unknown tool',
    by: ({ step }) => (step(1).tools = { aws: ['hammer'] }),
    file: AMBER,
    at: ['- hammer'],
    message: 'there is no tool hammer',
  },
  {
    says: 'a step after an unknown capability',
    by: ({ step }) => step(2).after.push({ capability: 'cedar', rung: 1 }),
    file: AMBER,
    at: ['to: 2', 'capability: cedar'],
    message: 'there is no capability cedar',
  },
  {
    says: 'prerequisites in a circle',
    by: ({ step }) => step(1).after.push({ capability: 'birch', rung: 2 }),
    file: AMBER,
    at: ['- to: 1', 'weeks: 1', 'after:'],
    message: 'the prerequisites form a cycle: amber:1 → birch:2 → amber:1',
  },
  {
    says: 'a tool for an unknown capability',
    by: ({ tool }) => tool.capabilities.push('cedar'),
    file: 'tools.yaml',
    at: ['- cedar'],
    message: 'there is no capability cedar',
  },
  ...(['capability', 'criterion', 'role', 'tool', 'term'] as const).map((kind, index) => ({
    says: `a retired ${kind} in use`,
    by: ({ lifecycle }: ReturnType<typeof taken>) =>
      lifecycle.retired.push({
        kind,
        id: ['amber', 'A-1', 'engineer', 'tool', 'term'][index] ?? '',
        note: 'Gone.',
      }),
    file: 'lifecycle.yaml',
    at: ['retired:', '- '],
    message: `the ${kind} ${['amber', 'A-1', 'engineer', 'tool', 'term'][index]} is retired and used again`,
  })),
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
