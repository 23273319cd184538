import { ALL_TEAMS, chooseTeams } from './round-teams';

const team = (slug: string, parentId: string | null = null) => ({
  id: slug,
  slug,
  name: slug.toUpperCase(),
  parentId,
});
const TREE = [
  ...[team('bank'), team('retail', 'bank'), team('cards', 'retail'), team('loans', 'retail')],
  ...[team('risk', 'bank'), team('fraud', 'risk'), team('solo')],
];
const NOBODY = new Map<string, { title: string }>();

test.each<[string, string[], string[]]>([
  ['a team', ['fraud'], ['fraud']],
  ['a unit', ['retail'], ['cards', 'loans']],
  ['a unit of units and a team of it', ['bank', 'cards'], ['cards', 'loans', 'fraud']],
  ['a team twice', ['solo', 'solo'], ['solo']],
  ['the organisation', [ALL_TEAMS], ['cards', 'loans', 'fraud', 'solo']],
])('choosing %s means the teams at or below it, each once', (_what, slugs, ids) => {
  expect(chooseTeams(TREE, NOBODY, slugs)).toEqual({ ok: true, ids });
});

const TAKEN = new Map([
  ['cards', { title: 'Q4' }],
  ['fraud', { title: 'Extra' }],
]);

test('a unit means those of its teams that are in no open round', () => {
  expect(chooseTeams(TREE, TAKEN, ['retail'])).toEqual({ ok: true, ids: ['loans'] });
});

test.each<[string, string[], string]>([
  ['nobody', [], 'choose at least one team'],
  ['a team that is gone', ['cards', 'gone'], 'there is no team “gone” any more'],
  [
    'teams in other rounds, by name',
    ['cards', 'fraud', 'solo'],
    'CARDS is in the open round Q4 and FRAUD is in the open round Extra',
  ],
  ['a unit whose teams are all in one', ['risk'], 'all of these teams are in an open round already'],
])('%s is refused with what is wrong', (_what, slugs, fault) => {
  expect(chooseTeams(TREE, TAKEN, slugs)).toEqual({ ok: false, fault });
});

test('an organisation without teams has none to choose', () => {
  expect(chooseTeams([], NOBODY, [ALL_TEAMS])).toEqual({ ok: false, fault: 'choose at least one team' });
});

test('a tree that goes round is walked once', () => {
  const round = [team('a', 'b'), team('b', 'a')];
  expect(chooseTeams(round, NOBODY, ['a'])).toEqual({ ok: true, ids: ['a'] });
});
