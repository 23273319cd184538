import { content } from '@/lib/content/load';
import { assessmentProblems, fileOf } from '@/lib/domain/assessment';
import { assessmentFileSchema } from '@/lib/domain/schema/answers';
import { simulateOrganisation, type SimulatedTeam } from './organisation';

const simulated = (teams: number, rounds: number, seed = 7) =>
  simulateOrganisation(content(), { teams, rounds, seed });

const all = ({ rounds }: SimulatedTeam) => {
  const { finished, draft } = rounds();
  return [...finished, ...(draft === null ? [] : [draft])];
};

it('is the same for the same size and seed, and another for another seed', () => {
  const told = (seed: number) => JSON.stringify(simulated(9, 3, seed).teams.map((team) => [team, all(team)]));
  expect(told(7)).toBe(told(7));
  expect(told(7)).not.toBe(told(8));
});

it.each([
  [1, 0, 0],
  [5, 0, 0],
  [50, 9, 0],
  [1_000, 12, 84],
])('of %d teams hangs them in %d divisions and %d units below those', (teams, divisions, below) => {
  const { units, teams: made } = simulated(teams, 1);
  expect(units.filter(({ parent }) => parent === null)).toHaveLength(divisions);
  expect(units.filter(({ parent }) => parent !== null)).toHaveLength(below);
  expect(new Set([...units, ...made].map(({ slug }) => slug)).size).toBe(units.length + teams);
  const parents = new Set(units.map(({ parent }) => parent));
  const lowest = units.filter(({ slug }) => !parents.has(slug)).map(({ slug }) => slug);
  expect(new Set(made.map(({ unit }) => unit ?? 'none'))).toEqual(new Set(teams <= 5 ? ['none'] : lowest));
});

it('holds only assessments that could have been entered', () => {
  for (const { assessment } of simulated(12, 3).teams.flatMap(all)) {
    const file = assessmentFileSchema.parse(fileOf(content(), assessment));
    expect(assessmentProblems(content(), file)).toEqual([]);
  }
});

it('has teams that climb over the quarters, that slip, that are late and that never answer', () => {
  const { teams } = simulated(120, 6);
  const rounds = teams.map(({ rounds: of }) => of());
  expect(rounds.some(({ finished, draft }) => finished.length === 0 && draft === null)).toBe(true);
  expect(rounds.some(({ draft }) => draft !== null)).toBe(true);
  const sums = rounds
    .filter(({ finished }) => finished.length > 2)
    .map(({ finished }) =>
      finished.map(({ assessment }) =>
        Object.values(assessment.answers).reduce((sum, each) => sum + ('rung' in each ? each.rung : 0), 0),
      ),
    );
  const rose = sums.filter((each) => (each.at(-1) ?? 0) > (each[0] ?? 0));
  expect(rose.length).toBeGreaterThan(0.75 * sums.length);
  expect(sums.some((each) => each.some((sum, index) => sum < (each[index - 1] ?? 0)))).toBe(true);
});

it('has teams of one unit that resemble each other more than teams of different units', () => {
  const { teams, units } = simulated(150, 1);
  const means = units.map(({ slug }) => {
    const sums = teams
      .filter(({ unit }) => unit === slug)
      .flatMap((team) => team.rounds().finished)
      .map(({ assessment }) =>
        Object.values(assessment.answers).reduce((sum, each) => sum + ('rung' in each ? each.rung : 0), 0),
      );
    return { mean: mean(sums), spread: mean(sums.map((sum) => (sum - mean(sums)) ** 2)), of: sums.length };
  });
  const known = means.filter(({ of }) => of > 2);
  const between = mean(known.map((each) => (each.mean - mean(known.map((one) => one.mean))) ** 2));
  const expectedByChance = mean(known.map(({ spread, of }) => spread / of));
  expect(between).toBeGreaterThan(1.5 * expectedByChance);
});

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
