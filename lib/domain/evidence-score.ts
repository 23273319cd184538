import { rungOf, type Standing } from './answers';
import { backingOf, type Backing } from './evidence';
import type { Answers } from './schema/answers';
import type { ModelId, RungRef } from './schema/content';

/** What is shown for the answers on rung 1 or higher, on the day for which they speak. Claimed is `of`, and each model's level. */
export type EvidenceScore = {
  backed: number;
  of: number;
  /** Answers that evidence backed until it lapsed, and answers that current evidence speaks against; these may be backed as well. */
  lapsed: number;
  against: number;
  /** Of the requirements of the level reached, and the level that stands if only backed answers count. */
  byModel: Partial<Record<ModelId, { backed: number; of: number; level: string | null }>>;
  /** By capability, what the above was counted from. */
  answers: Record<string, Backing>;
};

type Standings = readonly { id: string; standing: Standing }[];
type Backings = ReadonlyMap<string, Backing>;

/** Every answer on rung 1 or higher with how it is shown, by capability. */
export const backingsOf = (standings: Standings, answers: Answers, on: string | undefined): Backings =>
  new Map(
    standings
      .filter(({ standing }) => (rungOf(standing) ?? 0) >= 1)
      .map(({ id, standing }) => [id, backingOf({ standing, evidence: answers[id]?.evidence ?? [] }, on)]),
  );

type Read = {
  model: ModelId;
  level: { certain: string | null };
  levels: { id: string; requirements: { state: string; parts: RungRef[] }[] }[];
  /** The level that stands if only backed answers count. */
  stands: string | null;
};

/** Counts what is shown, over all answers and behind the level that each model reached. */
export function evidenceScore(
  models: readonly Read[],
  standings: Standings,
  backings: Backings,
): EvidenceScore {
  const all = [...backings.values()];
  const rungs = new Map(standings.map(({ id, standing }) => [id, rungOf(standing) ?? 0]));
  const isShown = ({ capability, rung }: RungRef) =>
    backings.get(capability)?.state === 'backed' && (rungs.get(capability) ?? 0) >= rung;
  const byModel = models.map(({ model, level, levels, stands }) => {
    const reached = levels.slice(0, levels.findIndex(({ id }) => id === level.certain) + 1);
    const met = reached.flatMap(({ requirements }) => requirements).filter(({ state }) => state === 'met');
    const shown = met.filter(({ parts }) => parts.some(isShown));
    return [model, { backed: shown.length, of: met.length, level: stands }] as const;
  });
  return {
    backed: all.filter(({ state }) => state === 'backed').length,
    of: all.length,
    lapsed: all.filter(({ state }) => state === 'lapsed').length,
    against: all.filter(({ against }) => against).length,
    byModel: Object.fromEntries(byModel),
    answers: Object.fromEntries(backings),
  };
}
