import type { GapAnalysis } from './gap';
import type { ModelScore } from './score';
import type { Work } from './roadmap-work';
import type { ModelId } from './schema/content';

/** A level, or a step or target, that wants this step. */
export type Purpose = { kind: 'level'; model: ModelId; level: string } | { kind: 'target' };

/** What each step serves directly: levels whose requirements ask its rung or a higher one, and the capability's own target. */
export function purposesOf(work: readonly Work[], { gaps }: GapAnalysis): Map<string, Purpose[]> {
  const byCapability = new Map(gaps.map((gap) => [gap.capability, gap]));
  return new Map(
    work.map(({ id, capability, to }) => {
      const gap = byCapability.get(capability);
      const levels = new Map<string, Purpose>();
      for (const { model, level, rung } of gap?.causes ?? [])
        if (to <= rung) levels.set(`${model}:${level}`, { kind: 'level', model, level });
      const asked = Math.max(0, ...(gap?.causes ?? []).map(({ rung }) => rung));
      const own = gap !== undefined && to > asked && to <= gap.required;
      return [id, own ? [{ kind: 'target' }] : [...levels.values()]] as const;
    }),
  );
}

/** Each level higher is so many times less urgent. */
const LESS_URGENT = 4;
const MOST_LEVELS = 4;

/**
 * What a week's delay of each step costs when levels are wanted early: it falls with the order of the lowest level that the step serves,
 * counted from the level held today. A step that others wait for is as urgent as the most urgent of them.
 */
export function weightsOf(
  work: readonly Work[],
  purposes: ReadonlyMap<string, Purpose[]>,
  models: readonly ModelScore[],
): Map<string, number> {
  const weights = new Map(
    work.map(({ id }) => [
      id,
      Math.max(1, ...(purposes.get(id) ?? []).map((each) => weightOf(each, models))),
    ]),
  );
  for (const { id, after } of work.toReversed())
    for (const before of after) weights.set(before, Math.max(weights.get(before) ?? 1, weights.get(id) ?? 1));
  return weights;
}

function weightOf(purpose: Purpose, models: readonly ModelScore[]): number {
  if (purpose.kind === 'target') return 1;
  const found = models.find(({ model }) => model === purpose.model);
  if (found === undefined) return 1;
  const place = (level: string | null) => found.levels.findIndex(({ id }) => id === level);
  const above = place(purpose.level) - place(found.level.certain) - 1;
  return LESS_URGENT ** Math.max(0, MOST_LEVELS - above);
}

/** Steps that wait for each step directly, by id. */
export function unlockedBy(work: readonly Pick<Work, 'id' | 'after'>[]): Map<string, string[]> {
  const unlocks = new Map<string, string[]>(work.map(({ id }) => [id, []]));
  for (const { id, after } of work) for (const before of after) unlocks.get(before)?.push(id);
  return unlocks;
}
