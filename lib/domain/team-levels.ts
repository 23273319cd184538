import type { Rollup } from './rollup';
import type { Content } from './schema/content';
import type { ModelId } from './vocabulary';

/** A team in the list of an organisation: the level reached for certain, and how many requirements are open up to the next. */
export type TeamLevel = { level: string | null; next: string | null; toGo: number };

export type TeamLevels = Partial<Record<ModelId, TeamLevel>>;

/** Of the roll-up of one team alone, by each of these questionnaires that it answered. */
export function teamLevels(
  { models }: Pick<Content, 'models'>,
  { sums }: Rollup,
  questionnaires: readonly ModelId[],
): TeamLevels {
  return Object.fromEntries(
    questionnaires.flatMap((model) => {
      const own = sums.models[model];
      if (own === undefined) return [];
      const levels = models[model].levels.toSorted((a, b) => a.order - b.order);
      const level = levels.findLast(({ id }) => (own.on[id] ?? 0) > 0);
      const next = levels[level === undefined ? 0 : levels.indexOf(level) + 1];
      const open = next === undefined ? 0 : (own.to[next.id]?.[2] ?? 0);
      return [[model, { level: level?.id ?? null, next: next?.id ?? null, toGo: open }] as const];
    }),
  );
}
