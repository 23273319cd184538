import { array, assert, constantFrom, property, record } from 'fast-check';
import { planImport, type ExistingTeam, type ImportRow } from './team-import';
import { pathsOf, unitsAbove, wouldGoRound } from './team-tree';

const team = (id: string, parentId: string | null = null, name = id): ExistingTeam => ({
  id,
  parentId,
  name,
  slug: id,
});
const row = (name: string, parent = '', address = ''): Omit<ImportRow, 'line'> => ({ name, parent, address });
const plan = (existing: ExistingTeam[], rows: Omit<ImportRow, 'line'>[]) =>
  planImport(
    existing,
    rows.map((each, index) => ({ ...each, line: index + 2 })),
  );
const outcomes = (existing: ExistingTeam[], rows: Omit<ImportRow, 'line'>[]) =>
  plan(existing, rows).rows.map(({ outcome, words }) => (words === '' ? outcome : `${outcome}: ${words}`));

test('parents may stand after what is under them, and are added before it', () => {
  const { added, rows } = plan([], [row('Pricing', 'Bank / Cards'), row('Cards', 'Bank'), row('Bank')]);
  expect(rows.map(({ outcome }) => outcome)).toEqual(['added', 'added', 'added']);
  expect(added).toEqual([
    { key: 'line 4', name: 'Bank', parent: null },
    { key: 'line 3', name: 'Cards', parent: 'line 4' },
    { key: 'line 2', name: 'Pricing', parent: 'line 3' },
  ]);
});

test('a team that is there by its path stays as it is, whatever the case and the spaces of the path', () => {
  const existing = [team('bank', null, 'Bank'), team('cards', 'bank', 'Cards')];
  expect(plan(existing, [row('Cards', ' BANK ')])).toMatchObject({ added: [], changed: [] });
});

test.each([
  [
    'a parent that is nowhere',
    [row('Cards', 'Bonk')],
    ['refused: there is no unit “Bonk”, neither here nor in this list'],
  ],
  ['no name', [row(' ')], ['refused: has no name']],
  ['a formula', [row('=HYPERLINK("x")')], ['refused: starts with =, which spreadsheets run as a formula']],
  ['a name with a slash', [row('A/B')], ['refused: has a / in its name, which separates units in a path']],
  ['the same team twice', [row('New'), row('new')], ['added', 'refused: stands in line 2 already']],
  ['an address of nobody', [row('New', '', 'nobody')], ['refused: there is no team with the address nobody']],
  [
    'a name that is taken there',
    [row('Cards', 'Bank', 'bank')],
    ['refused: another team has this name there already'],
  ],
  ['a team below itself', [row('Bank', 'Bank / Cards', 'bank')], ['refused: Bank would be below itself']],
  [
    'two that wait for each other',
    [row('A', 'B'), row('B', 'A')],
    [
      'refused: there is no unit “B”, neither here nor in this list',
      'refused: there is no unit “A”, neither here nor in this list',
    ],
  ],
])('%s is refused by its line', (_what, rows, said) => {
  const existing = [team('bank', null, 'Bank'), team('cards', 'bank', 'Cards')];
  expect(outcomes(existing, rows)).toEqual(said);
});

test('a line with an address renames and moves that team, and what is below it moves along', () => {
  const existing = [
    team('bank', null, 'Bank'),
    team('cards', 'bank', 'Cards'),
    team('retail', null, 'Retail'),
  ];
  const rows = [row('Plastic', 'Retail', 'cards'), row('Pricing', 'Retail / Plastic')];
  const { changed, added, rows: said } = plan(existing, rows);
  expect(changed).toEqual([{ id: 'cards', name: 'Plastic', parent: 'retail' }]);
  expect(added).toMatchObject([{ name: 'Pricing', parent: 'cards' }]);
  expect(said[0]?.words).toBe('was called Cards, was under Bank');
});

const names = constantFrom('A', 'B', 'C', 'D', 'E');
const paths = array(names, { maxLength: 3 }).map((parts) => parts.join(' / '));
const rowsOf = array(record({ name: names, parent: paths, address: constantFrom('', 'A', 'B', 'C') }), {
  maxLength: 12,
});

test('whatever a list says, the tree that it makes is a tree without two of one name in a place', () => {
  assert(
    property(rowsOf, (rows) => {
      const existing = [team('A'), team('B', 'A'), team('C', 'B')];
      const { added, changed, rows: said } = plan(existing, rows);
      expect(said).toHaveLength(rows.length);
      const after = new Map(existing.map(({ id, name, parentId }) => [id, { id, name, parentId }]));
      for (const { key, name, parent } of added) after.set(key, { id: key, name, parentId: parent });
      for (const { id, name, parent } of changed) after.set(id, { id, name, parentId: parent });
      const teams = [...after.values()];
      for (const { id, parentId } of teams) {
        expect(parentId === null || after.has(parentId)).toBe(true);
        expect(unitsAbove(teams, id).some((unit) => unit.id === id)).toBe(false);
      }
      expect(new Set([...pathsOf(teams).values()].map((path) => path.toLowerCase())).size).toBe(teams.length);
    }),
  );
});

test('a team goes round under itself and under what is below it, and nowhere else', () => {
  const teams = [team('a'), team('b', 'a'), team('c', 'b'), team('d')];
  const round = teams.filter(({ id }) => wouldGoRound(teams, 'a', id)).map(({ id }) => id);
  expect(round).toEqual(['a', 'b', 'c']);
});

test('a tree that goes round already has an end all the same', () => {
  const teams = [team('a', 'b'), team('b', 'a')];
  expect(unitsAbove(teams, 'a').map(({ id }) => id)).toEqual(['b', 'a']);
  expect(pathsOf(teams).size).toBe(2);
});
