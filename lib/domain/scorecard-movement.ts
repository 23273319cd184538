import { bitsOf, type Rollup } from './rollup';
import type { ModelId } from './vocabulary';

/** Over the chosen models together: teams that met more than they lost, teams that lost more, and the requirements that moved. */
export type Movement = { teams: number; climbed: number; slipped: number; met: number; lost: number };

/** The mean of all rose while most teams fell. */
export type Simpson = { teams: number; rose: number; fell: number; before: number; now: number };

/** Since each team's assessment before; `null` where no team can be compared. */
export function movementOf({ sums }: Rollup, questionnaires: readonly ModelId[]): Movement | null {
  const bits = bitsOf(questionnaires);
  const { pairs, climbed, slipped } = sums.compared;
  const teams = pairs[bits] ?? 0;
  if (teams === 0) return null;
  return {
    teams,
    climbed: climbed[bits] ?? 0,
    slipped: slipped[bits] ?? 0,
    ...metAndLost(sums, questionnaires),
  };
}

export function metAndLost({ models }: Rollup['sums'], questionnaires: readonly ModelId[]) {
  const of = (key: 'met' | 'lost') =>
    questionnaires.reduce((sum, model) => sum + (models[model]?.[key] ?? 0), 0);
  return { met: of('met'), lost: of('lost') };
}

/** Sums of the same shares in another order differ by less than this, and nobody rose by it. */
const NOTHING = 1e-9;

export function simpsonOf({ sums }: Rollup): Simpson | null {
  const { teams, rose, fell, ...moved } = sums.moved;
  const [before, now] = [moved.before / teams, moved.now / teams];
  return teams > 0 && now - before > NOTHING && fell > teams / 2 ? { teams, rose, fell, before, now } : null;
}
