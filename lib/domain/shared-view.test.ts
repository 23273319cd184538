import { card, FAR, NEAR, rollupOf, scored, SECOND, team } from './scorecard-testing';
import { weakestFirst, withoutTeams } from './shared-view';
import { openText, targetText } from './target-text';

const three = [FAR, NEAR, SECOND].map((answers) => team(scored(answers)));

const unit = (name: string, teams: typeof three, expected = teams.length) => ({
  ...{ id: `id-${name}`, slug: `slug-${name}`, name, expected },
  rollup: rollupOf(teams),
});

test('no name, address or id of a team is in what a link shows, and a unit of three keeps its name alone', () => {
  const whole = card(three, ['aws'], {
    expected: 5,
    units: [unit('Retail', three, 4), unit('Lonely', three.slice(0, 1))],
  });
  expect(JSON.stringify(whole)).toContain('team-0');
  const shared = withoutTeams(whole);
  const text = JSON.stringify(shared);
  for (const hidden of ['team-', 'id-', 'slug-', 'Lonely']) expect(text).not.toContain(hidden);
  expect(shared.heat.rows).toMatchObject([{ name: 'Retail', teams: 3, expected: 4 }]);
  expect(shared.certainty).not.toHaveProperty('waiting');
});

test('what is said of all teams, and the lowest value, are those of the scorecard', () => {
  const whole = card(three, ['aws', 'microsoft']);
  const shared = withoutTeams(whole);
  const { sentences, models, trend, holdsBack, movement, simpson } = whole;
  expect(shared).toMatchObject({ teams: 3, sentences, models, trend, holdsBack, movement, simpson });
  const [own, theirs] = [shared, whole].map(({ heat }) => heat.all.cells[0]);
  expect(own).toMatchObject({ certain: theirs?.certain, lowest: { certain: theirs?.lowest?.certain } });
});

test('domains stand with the weakest first, and what applies to nobody is not there', () => {
  const shared = withoutTeams(card(three));
  const [first] = shared.heat.domains;
  const cell = (certain: number) => ({ certain, best: certain, lowest: null });
  const heat = {
    ...shared.heat,
    domains: ['a', 'b', 'c'].map((id) => ({ id, title: first?.title ?? '' })),
    all: { ...shared.heat.all, cells: [cell(0.6), null, cell(0.2)] },
  };
  expect(weakestFirst({ ...shared, heat }).map(({ id }) => id)).toEqual(['c', 'a']);
});

const distance = (open: number) => ({ reached: 0, near: 0, far: 3, open, of: 20 });
const target = (open: number, since: { teams: number; before: number } | null) => ({
  ...distance(open),
  ...{ level: '2', label: 'AWS Repeatable', by: null },
  since: since === null ? null : { teams: since.teams, before: distance(since.before), now: distance(open) },
});

test.each([
  ['nothing to compare with', target(7, null), '7 requirements open'],
  ['fewer', target(7, { teams: 3, before: 9 }), '7 requirements open, 2 fewer than at the assessment before'],
  ['more', target(1, { teams: 3, before: 0 }), '1 requirement open, 1 more than at the assessment before'],
  ['as many', target(7, { teams: 3, before: 7 }), '7 requirements open, as many as at the assessment before'],
  [
    'some teams alone',
    target(7, { teams: 1, before: 9 }),
    '7 requirements open, 2 fewer than at the assessment before in the 1 team that can be compared',
  ],
])('what is open is said with the difference: %s', (_what, given, words) => {
  expect(openText(given, 3)).toBe(words);
});

test('a target is named with its day where there is one', () => {
  expect(targetText({ label: 'AWS Reliable', by: null })).toBe('To AWS Reliable');
  expect(targetText({ label: 'AWS Reliable', by: '2027-12-31' })).toBe('To AWS Reliable by 31 Dec 2027');
});
