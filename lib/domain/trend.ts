import { levelText } from './labels';
import type { StoredScore } from './stored-score';
import type { Content, ModelId } from './schema/content';
import { MODEL_IDS } from './vocabulary';

/** A finished assessment of a team, as it is stored. */
export type Round = {
  id: string;
  title: string;
  /** ISO date. */
  date: string;
  /** Version of the content that it was read by. */
  version: string;
  score: StoredScore;
  /** How many gave the answers. */
  people: number;
};

/** Where a model stood in one round: the level, and its requirements of all levels. */
export type TrendPoint = {
  level: string;
  /** `null` on the top level. */
  toGo: number | null;
  met: number;
  atBest: number;
  of: number;
};

export type TrendRound = Omit<Round, 'score'> & {
  answered: { count: number; of: number };
  /** Read by another measure than the round before, and so not on one scale with it. */
  breaks: boolean;
  points: Partial<Record<ModelId, TrendPoint>>;
};

/** A team's rounds, oldest first, with the models that any of them asked. */
export type Trend = { models: ModelId[]; rounds: TrendRound[] };

/** How a team moved over its rounds, from stored scores alone; `content` gives the levels their names. */
export function trendOf({ models }: Pick<Content, 'models'>, rounds: readonly Round[]): Trend {
  const asked = MODEL_IDS.filter((id) => rounds.some(({ score }) => score.models[id] !== undefined));
  return {
    models: asked,
    rounds: rounds.map(({ score, ...round }, index) => {
      const { answered, notApplicable, inScope } = score.counts;
      const before = rounds[index - 1];
      return {
        ...round,
        answered: { count: answered + notApplicable, of: inScope },
        breaks: before !== undefined && before.score.measure !== score.measure,
        points: Object.fromEntries(
          asked.flatMap((model) => {
            const point = pointOf(score, model, models[model].levels);
            return point === null ? [] : [[model, point]];
          }),
        ),
      };
    }),
  };
}

function pointOf(
  { models, requirements }: StoredScore,
  model: ModelId,
  levels: readonly { id: string; name: string; order: number }[],
): TrendPoint | null {
  const summary = models[model];
  if (summary === undefined) return null;
  const { level, next } = summary;
  const states = (requirements[model] ?? []).flatMap((each) => Object.values(each.states));
  const count = (state: (typeof states)[number]) => states.filter((each) => each === state).length;
  const ascending = levels.toSorted((a, b) => a.order - b.order);
  const known = level.certain === null || levels.some(({ id }) => id === level.certain);
  return {
    // A level that today's content no longer has keeps at least its id.
    level: known ? levelText(model, ascending, level.certain) : (level.certain ?? ''),
    toGo: next === null ? null : next.unmet.length + next.open.length,
    met: count('met'),
    atBest: count('met') + count('open'),
    of: states.length - count('excluded'),
  };
}
