import * as fc from 'fast-check';
import { find, FIND_KINDS, type Findable, type FindKind } from './find';
import { assessmentThings, contentThings } from './find-content';
import { pageThings, SETTINGS_PAGES } from './find-pages';
import { realContent } from './testing';
import { MODEL_IDS, ROLE_NAMES } from './vocabulary';

const CONTENT = realContent();

const thing = (title: string, more: Partial<Findable> = {}): Findable => ({
  ...{ kind: 'capability', title, detail: '', href: `/${title}` },
  ...more,
});

const titles = (things: Findable[], query: string, most = 10) =>
  find(things, query, most).flatMap((group) => group.things.map(({ title }) => title));

test.each([
  [
    'the whole title comes before its beginning',
    ['Model registry', 'Model'],
    'model',
    ['Model', 'Model registry'],
  ],
  ['a beginning before a word in the middle', ['Data drift', 'Drift'], 'dri', ['Drift', 'Data drift']],
  ['a word before a part of one', ['Reproducible', 'A product'], 'prod', ['A product', 'Reproducible']],
  ['every word has to be there, in any order', ['Model registry', 'Model'], 'reg mod', ['Model registry']],
  ['accents and case are the same', ['Équipe Prüfung'], 'equipe PRUF', ['Équipe Prüfung']],
  ['what is not there is not found', ['Model registry'], 'zebra', []],
  ['nothing is found by nothing', ['Model registry'], '   ', []],
])('%s', (_rule, names, query, expected) => {
  expect(
    titles(
      names.map((name) => thing(name)),
      query,
    ),
  ).toEqual(expected);
});

test('other words of a thing find it, after those that have them in the title', () => {
  const things = [thing('Brand', { also: ['logo'] }), thing('Logo')];
  expect(titles(things, 'logo')).toEqual(['Logo', 'Brand']);
});

test('of each kind so many are shown, and all are counted; the kind of the best match comes first', () => {
  const things = [
    ...['Model A', 'Model B', 'Model C'].map((name) => thing(name, { kind: 'tool' })),
    thing('Model', { kind: 'term' }),
  ];
  expect(find(things, 'model', 2)).toMatchObject([
    { kind: 'term', count: 1 },
    { kind: 'tool', heading: 'Tools', count: 3, things: [{ title: 'Model A' }, { title: 'Model B' }] },
  ]);
});

test('whatever is typed, only things that are there are found, each once', () => {
  const kinds = Object.keys(FIND_KINDS) as FindKind[];
  const aThing = fc.record({ title: fc.string(), detail: fc.string(), kind: fc.constantFrom(...kinds) });
  fc.assert(
    fc.property(fc.array(aThing), fc.string(), (drafts, query) => {
      const things = drafts.map((draft, index) => ({ ...draft, href: `/${index}` }));
      const found = find(things, query, 1_000).flatMap((group) => group.things);
      expect(new Set(found.map(({ href }) => href)).size).toBe(found.length);
      expect(things).toEqual(expect.arrayContaining(found));
    }),
  );
});

test('every capability, statement, role, tool and term is found by its own name', () => {
  const things = contentThings(CONTENT, '/bank', MODEL_IDS);
  for (const { title, href } of things)
    expect(find(things, title, 1_000).flatMap((group) => group.things.map((each) => each.href))).toContain(
      href,
    );
  const counts = new Map<string, number>();
  for (const { kind } of things) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const statements = MODEL_IDS.reduce((sum, id) => sum + CONTENT.models[id].criteria.length, 0);
  expect(Object.fromEntries(counts)).toEqual({
    capability: CONTENT.capabilities.length,
    statement: statements,
    role: CONTENT.roles.length,
    tool: CONTENT.tools.length,
    term: CONTENT.glossary.length,
  });
});

test('a vendor by which the organisation is not measured is not named', () => {
  const things = contentThings(CONTENT, '/bank', ['google']);
  expect(titles(things, 'A2-ENV3')).toEqual([]);
});

test('in an assessment, questions lead to where they are answered', () => {
  const things = assessmentThings(CONTENT, '/bank/assessments/x', ['aws']);
  expect(find(things, 'rollback', 1)[0]).toMatchObject({
    heading: 'In this assessment',
    things: [{ href: '/bank/assessments/x?at=rollback' }],
  });
  expect(titles(things, 'G1-15')).toEqual([]);
});

test.each(ROLE_NAMES)('a %s finds the pages of their role, and the account', (role) => {
  const things = pageThings('/bank', { userId: 'u', orgId: 'o', role });
  const paths = things.map(({ href }) => href);
  expect(paths.includes('/bank/settings/audit')).toBe(['owner', 'admin'].includes(role));
  expect(paths).toContain('/bank/settings/people');
  expect(titles(things, 'password')).toEqual(['Your account']);
});

test('who is let into single teams alone finds no page of the whole organisation', () => {
  const things = pageThings('/bank', { userId: 'u', orgId: 'o', role: null });
  expect(things.map(({ href }) => href).toSorted()).toEqual(
    ['/account', '/bank/library', '/bank/teams', '/bank/waiting'].toSorted(),
  );
  expect(SETTINGS_PAGES).toHaveLength(6);
});
