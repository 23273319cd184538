import { contentOf } from '@/lib/content/testing';
import { scoringBasis } from './requirements';
import type { Answer, Answers, Statements } from './schema/answers';
import type { Content, ModelId } from './schema/content';
import { score, toGo, type ModelScore, type Score } from './score';
import { realContent } from './testing';
import { MODEL_IDS, type Rung } from './vocabulary';

const NOT_APPLICABLE: Answer = { notApplicable: true, reason: 'Nobody needs it.' };
const SHOWN = [{ title: 'A page' }];
const real = realContent();

const scoreOf = (
  content: Content,
  answers: Answers,
  statements: Statements = {},
  ids: readonly ModelId[] = MODEL_IDS,
) => score(scoringBasis(content, ids), answers, statements);

function modelOf({ models }: Score, id: ModelId): ModelScore {
  const found = models.find(({ model }) => model === id);
  if (found === undefined) throw new Error(`${id} is not scored`);
  return found;
}

const allOn = (content: Content, rung: Rung): Answers =>
  Object.fromEntries(content.capabilities.map(({ id }) => [id, { rung }]));

describe('Google level 1 asks that retraining starts by schedule or by trigger', () => {
  const CHOICE = 'scheduled-retraining:3|triggered-retraining:3';
  const { 'scheduled-retraining': _s, 'triggered-retraining': _t, ...others } = allOn(real, 4);
  const read = (answers: Answers) => {
    const google = modelOf(scoreOf(real, { ...others, ...answers }), 'google');
    const state = google.levels
      .flatMap(({ requirements }) => requirements)
      .find(({ id }) => id === CHOICE)?.state;
    return { state, certain: google.level.certain, best: google.level.best };
  };

  test('a schedule on rung 3 meets it with triggers on rung 0', () => {
    const answers: Answers = { 'scheduled-retraining': { rung: 3 }, 'triggered-retraining': { rung: 0 } };
    expect(read(answers)).toEqual({ state: 'met', certain: '2', best: '2' });
  });

  test('both unanswered, it is unmet for certain and met at best', () => {
    expect(read({})).toEqual({ state: 'open', certain: '0', best: '2' });
  });

  test('both below rung 3, it is unmet', () => {
    const answers: Answers = { 'scheduled-retraining': { rung: 2 }, 'triggered-retraining': { rung: 2 } };
    expect(read(answers)).toEqual({ state: 'unmet', certain: '0', best: '0' });
  });
});

test('without a feature store Microsoft reads level 2, and 1 without that exclusion', () => {
  const answers: Answers = {
    ...allOn(real, 3),
    'feature-store': NOT_APPLICABLE,
    'progressive-delivery': { rung: 1 },
  };
  const { level, levels } = modelOf(scoreOf(real, answers), 'microsoft');
  expect(level).toEqual({ certain: '2', best: '2', floor: '1' });
  const excluded = levels
    .flatMap(({ requirements }) => requirements)
    .filter(({ state }) => state === 'excluded');
  expect(excluded.map(({ id, level: at }) => `${at} ${id}`)).toEqual([
    '2 feature-store:2',
    '4 feature-store:4',
  ]);
});

const LADDERS = [
  { id: 'a', pillar: 'devops', domain: 'north', mayBeExcluded: true },
  { id: 'b', pillar: 'devops', domain: 'north' },
  { id: 'c', pillar: 'business', domain: 'south', mayBeExcluded: true },
  { id: 'd', pillar: 'dataops', domain: 'south' },
] as const;
const part = (capability: string, rung: number) => ({ capability, rung });
const SMALL = contentOf(
  LADDERS.map((each) => ({ ...each })),
  {
    aws: {
      criteria: [
        { id: 'A-1', level: '1', met: part('a', 2) },
        { id: 'A-2', level: '1', met: part('b', 1) },
        { id: 'A-3', level: '3', met: { allOf: [part('b', 3), part('c', 2)] } },
      ],
    },
  },
);

test.each<{ says: string; answers: Answers; statements?: Statements; expected: object }>([
  {
    says: 'nothing answered: below the lowest level for certain, on the top at best',
    answers: {},
    expected: { level: { certain: null, best: '3', floor: null }, progress: { certain: 0, best: 1 } },
  },
  {
    says: 'a level without requirements is reached with the one below it',
    answers: { a: { rung: 2 }, b: { rung: 1 }, c: { rung: 0 } },
    expected: { level: { certain: '2', best: '2', floor: '2' }, progress: { certain: 0.5, best: 0.5 } },
  },
  {
    says: 'requirements of a higher level do not make up for a lower one',
    answers: { a: { rung: 0 }, b: { rung: 4 }, c: { rung: 4 } },
    expected: { level: { certain: null, best: null, floor: null }, progress: { certain: 0.75, best: 0.75 } },
  },
  {
    says: 'an excluded requirement leaves numerator and denominator',
    answers: { a: NOT_APPLICABLE, b: { rung: 1 }, c: { rung: 2 } },
    expected: { level: { certain: '2', best: '2', floor: null }, progress: { certain: 0.75, best: 0.75 } },
  },
  {
    says: 'what is not known counts neither as no nor as yes',
    answers: { a: { rung: 2 }, b: { unknown: true }, c: { rung: 2 } },
    expected: { level: { certain: null, best: '3', floor: null }, progress: { certain: 0.5, best: 1 } },
  },
  {
    says: 'a criterion stated to hold counts in each requirement that it makes',
    answers: { a: { rung: 2 }, b: { rung: 1 }, c: { rung: 0 } },
    statements: { 'A-3': { holds: true } },
    expected: { level: { certain: '3', best: '3', floor: '3' }, progress: { certain: 1, best: 1 } },
  },
  {
    says: 'a criterion stated not to hold fails its requirement on whatever rung',
    answers: { a: { rung: 4 }, b: { rung: 4 }, c: { rung: 4 } },
    statements: { 'A-1': { holds: false } },
    expected: { level: { certain: null, best: null, floor: null }, progress: { certain: 0.75, best: 0.75 } },
  },
  {
    says: 'a statement that is not known leaves its requirement open',
    answers: { a: { rung: 4 }, b: { rung: 4 }, c: { rung: 4 } },
    statements: { 'A-1': { unknown: true } },
    expected: { level: { certain: null, best: '3', floor: null }, progress: { certain: 0.75, best: 1 } },
  },
])('$says', ({ answers, statements = {}, expected }) => {
  expect(modelOf(scoreOf(SMALL, answers, statements), 'aws')).toMatchObject(expected);
});

test('next names what is met, unmet, open and excluded, and the level that meeting the unmet ones would reach', () => {
  const nextFor = (answers: Answers) => modelOf(scoreOf(SMALL, answers), 'aws').next;
  const none = { met: [], unmet: [], open: [], excluded: [] };
  expect(nextFor({ a: { rung: 0 } })).toEqual({
    ...none,
    level: '1',
    unmet: ['a:2'],
    open: ['b:1'],
    ifUnmetWereMet: null,
  });
  expect(nextFor({ a: NOT_APPLICABLE, b: { rung: 0 } })).toEqual({
    ...none,
    level: '1',
    excluded: ['a:2'],
    unmet: ['b:1'],
    ifUnmetWereMet: '2',
  });
  expect(nextFor(allOn(SMALL, 4))).toBeNull();
});

test('to go counts what is not met at and below a level', () => {
  const aws = modelOf(scoreOf(SMALL, { a: { rung: 0 }, b: { rung: 1 } }), 'aws');
  expect(toGo(aws, '1')).toEqual({ certain: 1, best: 1 });
  expect(toGo(aws, '3')).toEqual({ certain: 3, best: 2 });
});

test('a statement counts for the model of its criterion and for no other', () => {
  const before = scoreOf(real, allOn(real, 2));
  const stated = { 'A2-ENV3': { holds: false }, 'A1-ENV1': { holds: false } };
  const after = scoreOf(real, allOn(real, 2), stated);
  expect(modelOf(after, 'aws').level.certain).toBeNull();
  for (const id of ['microsoft', 'google'] as const) expect(modelOf(after, id)).toEqual(modelOf(before, id));
  expect(after.domains).toEqual(before.domains);
});

describe('areas', () => {
  const { domains, pillars, overall, beyond } = scoreOf(SMALL, {
    a: { rung: 2 },
    c: NOT_APPLICABLE,
    d: { rung: 3 },
  });

  test('an area is the mean of rung ÷ 4 over what applies; unrated counts 0 for certain and 1 at best', () => {
    expect(domains['north']?.pair).toEqual({ certain: 0.25, best: 0.75 });
    expect(domains['south']?.pair).toEqual({ certain: 0.75, best: 0.75 });
    expect(domains['north']).toMatchObject({ lowest: 2, onRung: [0, 0, 1, 0, 0] });
  });

  test('overall is the mean of the four pillars, leaving out those in which nothing applies', () => {
    expect([pillars.business.pair, pillars.models.pair]).toEqual([null, null]);
    expect(overall).toEqual({ certain: (0.25 + 0.75) / 2, best: (0.75 + 0.75) / 2 });
  });

  test('beyond is taken over what no model requires, whichever questionnaires are chosen', () => {
    expect(beyond.capabilities).toEqual([{ id: 'd', standing: 3 }]);
    const google = scoreOf(real, allOn(real, 2), {}, ['google']).beyond.capabilities.map(({ id }) => id);
    const all = scoreOf(real, allOn(real, 2)).beyond.capabilities.map(({ id }) => id);
    expect(all).toEqual(expect.arrayContaining(google));
    expect(all).toEqual(
      expect.arrayContaining(['skills-growth', 'continuous-improvement', 'platform-strategy']),
    );
  });

  test('the mean or share of nothing is null, and a level left without requirements counts as met', () => {
    const criteria = [{ id: 'A-1', level: '1', met: part('a', 1) }];
    const nothing = contentOf([{ id: 'a', mayBeExcluded: true }], { aws: { criteria } });
    const result = scoreOf(nothing, { a: NOT_APPLICABLE });
    expect(result).toMatchObject({ overall: null, completeness: null, beyond: { pair: null, lowest: null } });
    for (const { pair } of Object.values({ ...result.domains, ...result.phases })) expect(pair).toBeNull();
    expect(modelOf(result, 'aws').progress).toEqual({ certain: 1, best: 1 });
  });
});

test('completeness is answered of applicable, and "don’t know" is answered but not rated', () => {
  const { counts, completeness } = scoreOf(SMALL, {
    a: NOT_APPLICABLE,
    b: { rung: 0 },
    c: { unknown: true },
  });
  expect(counts).toEqual({ inScope: 4, applicable: 3, answered: 2, rated: 2, unknown: 1, notApplicable: 1 });
  expect(completeness).toBe(2 / 3);
});

describe('evidence', () => {
  test('is the share of answers on rung 1 or higher that show any, and of the reached level’s requirements', () => {
    const answers: Answers = {
      a: { rung: 2, evidence: SHOWN },
      b: { rung: 2 },
      c: { rung: 0, evidence: SHOWN },
    };
    const { evidence } = scoreOf(SMALL, answers);
    expect(evidence).toMatchObject({ backed: 1, of: 2, byModel: { aws: { backed: 1, of: 2 } } });
  });

  test('for an alternative that is not reached backs no requirement', () => {
    const either = contentOf([{ id: 'a' }, { id: 'b' }], {
      aws: { criteria: [{ id: 'A-1', level: '1', met: { anyOf: [part('a', 3), part('b', 3)] } }] },
    });
    const answers: Answers = { a: { rung: 3 }, b: { rung: 1, evidence: SHOWN } };
    expect(scoreOf(either, answers).evidence.byModel.aws).toMatchObject({ backed: 0, of: 1 });
  });

  test('claimed and backed are two levels: what is not shown, has lapsed or is only said counts in one alone', () => {
    const models = {
      aws: {
        criteria: ['1', '2', '3'].map((level, index) => ({
          ...{ id: `A-${level}`, level },
          met: part(['a', 'b', 'c'][index] ?? '', 2),
        })),
      },
    };
    const ladders = contentOf([{ id: 'a' }, { id: 'b' }, { id: 'c' }], models);
    const backed = { rung: 2 as const, evidence: [{ title: 'A page', until: '2026-10-01' }] };
    const levels = (answers: Answers, on = '2026-10-01', statements: Statements = {}) => {
      const { models: scored, evidence } = score(scoringBasis(ladders, MODEL_IDS), answers, statements, on);
      return [scored.find(({ model }) => model === 'aws')?.level.certain, evidence.byModel.aws?.level];
    };
    const three: Answers = { a: backed, b: backed, c: { rung: 2 } };
    expect(levels(three)).toEqual(['3', '2']);
    expect(levels(three, '2026-10-02')).toEqual(['3', null]);
    expect(levels({ ...three, c: backed })).toEqual(['3', '3']);
    expect(levels({ ...three, c: NOT_APPLICABLE })).toEqual(['3', '3']);
    expect(levels({ a: backed, b: backed }, undefined, { 'A-3': { holds: true } })).toEqual(['3', '2']);
    expect(levels({ ...three, c: backed }, undefined, { 'A-2': { holds: false } })).toEqual(['1', '1']);
  });
});

test('answers to capabilities that the questionnaires do not ask are not read', () => {
  const unasked = scoreOf(real, { ...allOn(real, 3), nowhere: { rung: 0 } });
  expect(unasked).toEqual(scoreOf(real, allOn(real, 3)));
});
