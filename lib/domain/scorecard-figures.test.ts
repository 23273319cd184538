import type { Answers } from './schema/answers';
import { MODEL_IDS } from './vocabulary';
import { BELOW, FAR, NEAR, SECOND, TOP, card, rollupOf, scored, team, type Team } from './scorecard-testing';

test.each<{ teams: Answers[]; typical: string | null; floor: string | null; target: string | null }>([
  { teams: [BELOW], typical: null, floor: null, target: '1' },
  { teams: [BELOW, FAR], typical: '1', floor: null, target: '2' },
  { teams: [BELOW, BELOW, FAR], typical: null, floor: null, target: '1' },
  { teams: [FAR, NEAR, SECOND], typical: '1', floor: '1', target: '2' },
  { teams: [SECOND, NEAR], typical: '2', floor: '1', target: '3' },
  { teams: [TOP, SECOND], typical: '3', floor: '2', target: '3' },
  { teams: [TOP, TOP], typical: '3', floor: '3', target: null },
])(
  'typical is what half of the teams reach, floor what all reach, and the target the level above (%#)',
  (row) => {
    const [aws] = card(row.teams.map((answers) => team(scored(answers)))).models;
    expect([aws?.typical?.level, aws?.floor?.level]).toEqual([row.typical, row.floor]);
    expect(aws?.target?.level ?? null).toBe(row.target);
  },
);

describe('to the level aimed at', () => {
  const aims = { aws: { level: '3', by: '2027-12-31' } };

  test('teams have reached it, are near or far, with what is open now and was open before', () => {
    const [aws] = card(
      [team(scored(TOP), scored(SECOND)), team(scored(FAR), scored(BELOW)), team(scored(NEAR))],
      MODEL_IDS,
      {
        aims,
      },
    ).models;
    expect(aws?.target).toEqual({
      ...{ level: '3', label: 'AWS Level 3', by: '2027-12-31' },
      ...{ reached: 1, near: 0, far: 2, open: 9, of: 18 },
      since: {
        teams: 2,
        before: { reached: 0, near: 1, far: 1, open: 7, of: 12 },
        now: { reached: 1, near: 0, far: 1, open: 5, of: 12 },
      },
    });
  });

  test('an aim that all have reached is said so, and one that the content does not know is none', () => {
    const reached = card([team(scored(TOP))], ['aws'], { aims: { aws: { level: '2', by: '2027-12-31' } } });
    expect(reached.sentences[0]).toBe('1 of 1 team is at AWS Level 3; all have reached AWS Level 2.');
    const unknown = card([team(scored(FAR))], ['aws'], { aims: { aws: { level: '9', by: '2027-12-31' } } });
    expect(unknown.models[0]?.target).toMatchObject({ level: '2', by: null });
  });
});

describe('the mean rises while most teams fall', () => {
  const low = (rung: 0 | 1 | 2): Answers => ({ ...FAR, calendar: { rung } });
  const fell = team(scored(low(1)), scored(low(2)));

  test('is the second sentence then, in place of the movement', () => {
    const { sentences, simpson } = card([fell, fell, team(scored(TOP), scored(BELOW))]);
    expect(simpson).toMatchObject({ teams: 3, rose: 1, fell: 2 });
    expect(sentences[1]).toMatch(
      /^Most teams fell since their assessment before \(2 of 3\), although the mean of all rose from \d+ % to \d+ %\.$/,
    );
  });

  test.each<[string, Team[]]>([
    ['as many rise as fall', [fell, team(scored(TOP), scored(BELOW))]],
    ['the mean falls with them', [fell, fell, team(scored(low(2)), scored(low(1)))]],
    ['nobody moves', [team(scored(low(1)), scored(low(1)))]],
    ['nobody can be compared', [team(scored(TOP)), team(scored(FAR))]],
  ])('is not said where %s', (_what, teams) => {
    expect(card(teams).simpson).toBeNull();
  });
});

describe('the heat map', () => {
  const unit = (name: string, teams: Team[], expected = teams.length) => ({
    ...{ id: name, slug: name, name, expected },
    rollup: rollupOf(teams),
  });

  test('has the lowest team beside the mean, and none in a row of fewer than three teams', () => {
    const three = [FAR, TOP, TOP].map((answers) => team(scored(answers)));
    const { heat } = card(three, MODEL_IDS, {
      units: [unit('Retail', three, 4), unit('Risk', three.slice(0, 2))],
    });
    const [retail, risk] = heat.rows;
    expect(retail).toMatchObject({ name: 'Retail', teams: 3, expected: 4 });
    expect(retail?.cells[0]?.lowest?.team).toBe('team-0');
    expect(retail?.cells[0]?.lowest?.certain).toBeLessThan(retail?.cells[0]?.certain ?? 0);
    expect(risk?.cells[0]).toMatchObject({ lowest: null });
    expect(heat.all.cells[0]).toEqual(retail?.cells[0]);
  });

  test('a unit without a score waits, and its row is empty', () => {
    const { heat, certainty } = card([team(scored(FAR))], MODEL_IDS, {
      expected: 3,
      units: [unit('Retail', [team(scored(FAR))]), unit('Risk', [], 2)],
    });
    expect(heat.rows[1]).toMatchObject({ teams: 0, expected: 2, cells: [null] });
    expect(certainty).toMatchObject({ expected: 3, waiting: [{ name: 'Risk', teams: 2 }] });
  });
});

test('the trend says who took part in each quarter, and breaks where the measure changed', () => {
  const other = { ...scored(FAR), measure: 'another' };
  const quarters = [
    { quarter: '2026-Q1', rollup: rollupOf([team(other)]) },
    { quarter: '2026-Q2', rollup: rollupOf([team(scored(NEAR)), team(scored(FAR))]) },
    { quarter: '2026-Q3', rollup: rollupOf([team(scored(NEAR), scored(FAR))]) },
  ];
  const { trend } = card([team(scored(NEAR))], ['aws'], { quarters });
  expect(trend.map(({ quarter, teams, met, breaks }) => [quarter, teams, met, breaks])).toEqual([
    ['2026-Q1', 1, 0, false],
    ['2026-Q2', 2, 0, true],
    ['2026-Q3', 1, 1, false],
  ]);
  expect(trend[1]?.models).toEqual([
    { model: 'aws', teams: 2, distance: { reached: 0, near: 1, far: 1, open: 7, of: 10 } },
  ]);
});

test('how sure: age, answers, evidence and editions are summed over the teams', () => {
  const proved = scored({
    ...NEAR,
    ci: { rung: 2, evidence: [{ title: 'A run' }] },
    store: { unknown: true },
  });
  const { certainty } = card([team(proved), team({ ...scored(FAR), measure: 'another' })]);
  expect(certainty).toMatchObject({
    oldest: '2026-10-01',
    newest: '2026-10-01',
    answers: { answered: 4, applicable: 12, unknown: 1 },
    evidence: { teams: 2, backed: 1, of: 3 },
    editions: [{ version: '2026.1', teams: 2 }],
    measures: 2,
  });
});
