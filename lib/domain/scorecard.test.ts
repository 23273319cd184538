import type { Answers } from './schema/answers';
import type { ModelId } from './schema/content';
import { BELOW, FAR, NEAR, NONE, SECOND, TOP, card, scored, team } from './scorecard-testing';

const firstSentence = (teams: Answers[]) => card(teams.map((answers) => team(scored(answers)))).sentences[0];

test('without a finished assessment it says so, and counts nobody anywhere', () => {
  const { teams, models, movement, simpson, holdsBack, sentences, heat, certainty } = card([]);
  expect([teams, movement, simpson, holdsBack]).toEqual([0, null, null, []]);
  expect(sentences).toEqual(['No team has finished an assessment yet.']);
  for (const { teamsOn, typical, floor, target } of models) {
    expect([typical, floor, target]).toEqual([null, null, null]);
    expect(teamsOn.every((level) => level.teams === 0)).toBe(true);
  }
  expect(heat.all.cells).toEqual([null]);
  expect(certainty).toMatchObject({ oldest: null, newest: null, measures: 0, editions: [] });
});

test('only the questionnaires that the organisation measures itself by are shown, and the first leads', () => {
  const { models, sentences } = card([team(scored(SECOND))], ['microsoft', 'aws']);
  expect(models.map(({ model }) => model)).toEqual(['microsoft', 'aws']);
  expect(sentences[0]).toMatch(/^1 of 1 team is below Microsoft L1;/);
});

test('a team without an answer to a questionnaire is on none of its levels', () => {
  const { models, sentences } = card([team(scored(TOP, ['aws'])), team(scored(TOP))], ['microsoft']);
  expect(models[0]?.teamsOn.map((level) => level.teams)).toEqual([0, 0, 0, 1]);
  expect(sentences[0]).toBe('1 of 1 team is at Microsoft L3.');
  expect(card([team(scored(TOP, ['aws']))], ['google']).sentences[0]).toBe(
    'No team has been assessed by the Google model yet.',
  );
});

test.each<{ says: string; teams: Answers[]; next: [number, number, number] | null; sentence: string }>([
  {
    says: 'one team below the lowest level',
    teams: [BELOW],
    next: [0, 1, 0],
    sentence:
      '1 of 1 team is below AWS Level 1; none has reached AWS Level 1, one is within three requirements of it.',
  },
  {
    says: 'three requirements to go are near, four are far',
    teams: [FAR, NEAR, NEAR],
    next: [0, 2, 1],
    sentence:
      '3 of 3 teams are at AWS Level 1; none has reached AWS Level 2, two are within three requirements of it.',
  },
  {
    says: 'nobody near is said as none',
    teams: [FAR, FAR],
    next: [0, 0, 2],
    sentence:
      '2 of 2 teams are at AWS Level 1; none has reached AWS Level 2, none is within three requirements of it.',
  },
  {
    says: 'most first, and the level above theirs',
    teams: [BELOW, FAR, NEAR, SECOND],
    next: [1, 1, 2],
    sentence:
      '2 of 4 teams are at AWS Level 1, 1 below AWS Level 1 and 1 at AWS Level 2; one is within three requirements of AWS Level 2.',
  },
  {
    says: 'where half have reached a level, the one above it counts',
    teams: [SECOND, NEAR],
    next: [0, 1, 1],
    sentence:
      '1 of 2 teams is at AWS Level 1 and 1 at AWS Level 2; none has reached AWS Level 3, one is within three requirements of it.',
  },
  {
    says: 'nothing is above the top',
    teams: [TOP, TOP],
    next: null,
    sentence: '2 of 2 teams are at AWS Level 3.',
  },
])('where the teams stand: $says', ({ teams, next, sentence }) => {
  const found = card(teams.map((answers) => team(scored(answers)))).models[0]?.target;
  expect(found && [found.reached, found.near, found.far]).toEqual(next);
  expect(firstSentence(teams)).toBe(sentence);
});

describe('movement since the assessment before', () => {
  test.each<{ says: string; before: Answers; now: Answers; models?: ModelId[]; moved: [number, number] }>([
    { says: 'newly met', before: FAR, now: NEAR, moved: [1, 0] },
    { says: 'lost', before: NEAR, now: FAR, moved: [0, 1] },
    { says: 'unchanged', before: NEAR, now: NEAR, moved: [0, 0] },
    { says: 'in each model that asks it', before: SECOND, now: TOP, moved: [3, 0] },
    { says: 'not in a model left aside', before: SECOND, now: TOP, models: ['aws'], moved: [1, 0] },
    { says: 'one and the other', before: NEAR, now: { ...SECOND, ci: { rung: 1 } }, moved: [3, 1] },
    { says: 'no longer known is lost', before: NEAR, now: { ...FAR, ci: { unknown: true } }, moved: [0, 1] },
    {
      says: 'no longer applicable is neither',
      before: SECOND,
      now: { ...SECOND, store: NONE },
      moved: [0, 0],
    },
    { says: 'applicable again is neither', before: { ...SECOND, store: NONE }, now: SECOND, moved: [0, 0] },
  ])('$says', ({ before, now, models, moved }) => {
    const [met, lost] = moved;
    const [climbed, slipped] = [Number(met > lost), Number(lost > met)];
    const { movement } = card([team(scored(now), scored(before))], models);
    expect(movement).toEqual({ teams: 1, climbed, slipped, met, lost });
  });

  test('there is none with a score by another measure, and none without an earlier score', () => {
    const otherMeasure = { ...scored(FAR), measure: 'another' };
    const { movement, sentences } = card([team(scored(NEAR), otherMeasure), team(scored(NEAR))]);
    expect(movement).toBeNull();
    expect(sentences.join(' ')).not.toMatch(/Since/);
    expect(card([team(scored(NEAR), otherMeasure), team(scored(NEAR), scored(FAR))]).movement).toEqual({
      ...{ teams: 1, climbed: 1, slipped: 0, met: 1, lost: 0 },
    });
  });

  test('a model that only one of the two was scored by moves nothing', () => {
    const { movement } = card([team(scored(TOP), scored(SECOND, ['aws']))]);
    expect(movement).toEqual({ teams: 1, climbed: 1, slipped: 0, met: 1, lost: 0 });
  });

  test.each<[Answers, Answers, string]>([
    [
      FAR,
      { ...SECOND, registry: { rung: 0 } },
      '1 of 1 team climbed: 4 requirements were newly met and one lost.',
    ],
    [FAR, NEAR, '1 of 1 team climbed: 1 requirement was newly met and none lost.'],
    [NEAR, NEAR, 'none of 1 team climbed: 0 requirements were newly met and none lost.'],
  ])('is the second sentence, zero said as zero (%#)', (before, now, says) => {
    const { sentences } = card([team(scored(now), scored(before))]);
    expect(sentences[1]).toBe(`Since each team’s assessment before, ${says}`);
  });
});

describe('what holds back', () => {
  const held = (teams: Answers[]) => card(teams.map((answers) => team(scored(answers)))).holdsBack;

  test('counts a team once, whichever models wait, most teams first and then by title', () => {
    expect(held([BELOW, NEAR, { ...TOP, pipeline: { rung: 1 } }])).toEqual([
      { capability: 'pipeline', title: 'Title of pipeline', teams: 2, of: 3 },
      { capability: 'registry', title: 'Title of registry', teams: 2, of: 3 },
      { capability: 'calendar', title: 'Planned runs or called runs', teams: 1, of: 3 },
      { capability: 'store', title: 'Title of store', teams: 1, of: 3 },
    ]);
  });

  test('is nothing for a team at the top of every model, and nothing that does not apply', () => {
    expect(held([TOP])).toEqual([]);
    expect(card([team(scored(TOP))]).sentences).toHaveLength(1);
    expect(held([{ ...SECOND, store: NONE }]).map(({ capability }) => capability)).toEqual(['registry']);
  });

  test.each<[Answers, string]>([
    [{ ...TOP, ci: { rung: 0 } }, 'CI of code'],
    [{ ...TOP, trigger: { unknown: true } }, 'planned runs or called runs'],
  ])('is named last, as words within a sentence and with its count (%#)', (answers, says) => {
    const { sentences } = card([team(scored(answers)), team(scored(TOP))]);
    expect(sentences.at(-1)).toBe(`What holds back most teams is ${says} (1 of 2).`);
  });
});
