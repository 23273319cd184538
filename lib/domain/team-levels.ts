import type { StoredScore } from './stored-score';
import type { ModelId } from './vocabulary';

/** A team in the table of an organisation: the level reached for certain, and what is missing for the next. */
export type TeamLevel = { level: string | null; next: string | null; toGo: number; met: number; of: number };

/** By each of these questionnaires that the team answered. */
export function teamLevels(
  { models, requirements }: StoredScore,
  questionnaires: readonly ModelId[],
): Partial<Record<ModelId, TeamLevel>> {
  return Object.fromEntries(
    questionnaires.flatMap((model) => {
      const summary = models[model];
      if (summary === undefined) return [];
      const next = summary.next?.level ?? null;
      const states = Object.values(requirements[model]?.find(({ level }) => level === next)?.states ?? {});
      const toGo = states.filter((state) => state === 'unmet' || state === 'open').length;
      const met = states.filter((state) => state === 'met').length;
      return [[model, { level: summary.level.certain, next, toGo, met, of: met + toGo }] as const];
    }),
  );
}
