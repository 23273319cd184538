import { contentOf } from '@/lib/content/testing';
import { scoringBasis } from './requirements';
import { score } from './score';
import { storedScore } from './stored-score';
import { trendOf, type Round } from './trend';
import type { Answers } from './schema/answers';
import type { ModelId } from './schema/content';

const gate = (id: string, level: string, capability: string, rung: number) => ({
  ...{ id, level },
  met: { capability, rung },
});
const content = contentOf([{ id: 'registry' }, { id: 'store', mayBeExcluded: true }, { id: 'pipeline' }], {
  aws: {
    criteria: [
      gate('A-1', '1', 'registry', 1),
      gate('A-2', '2', 'store', 2),
      gate('A-3', '2', 'pipeline', 2),
    ],
  },
});

function round(answers: Answers, measure: string, questionnaires: ModelId[] = ['aws']): Round {
  const summary = storedScore(content, score(scoringBasis(content, questionnaires), answers));
  const at = { id: measure, title: 'Q1', date: '2026-01-01', version: '2026.1', people: 2 };
  return { ...at, score: { ...summary, measure } };
}

const NONE = { notApplicable: true as const, reason: 'None.' };

test('a round shows level, way, requirements met and how much was answered', () => {
  const { models, rounds } = trendOf(content, [round({ registry: { rung: 1 }, store: NONE }, 'm')]);
  expect(models).toEqual(['aws']);
  expect(rounds).toEqual([
    {
      ...{ id: 'm', title: 'Q1', date: '2026-01-01', version: '2026.1', people: 2 },
      answered: { count: 2, of: 3 },
      breaks: false,
      points: { aws: { level: 'Level 1', toGo: 1, met: 1, atBest: 2, of: 2 } },
    },
  ]);
});

test('a break stands where the measure changed, and nowhere else', () => {
  const rounds = ['m', 'm', 'n', 'm'].map((measure) => round({ registry: { rung: 0 } }, measure));
  expect(trendOf(content, rounds).rounds.map(({ breaks }) => breaks)).toEqual([false, false, true, true]);
});

test('a model that a round did not ask has no point in it', () => {
  const { models, rounds } = trendOf(content, [round({}, 'm'), round({}, 'm', ['google'])]);
  expect(models).toEqual(['aws', 'google']);
  expect(rounds.map(({ points }) => Object.keys(points))).toEqual([['aws'], ['google']]);
  expect(rounds[0]?.points.aws).toMatchObject({ level: 'below Level 1', met: 0, atBest: 3 });
});

test('a level that is no longer in the content is named by its id', () => {
  const { models } = content;
  const without = models.aws.levels.map((level) => ({ ...level, id: `new-${level.id}` }));
  const renamed = { models: { ...models, aws: { ...models.aws, levels: without } } };
  const [only] = trendOf(renamed, [round({ registry: { rung: 1 } }, 'm')]).rounds;
  expect(only?.points.aws?.level).toBe('1');
});
