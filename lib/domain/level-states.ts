import type { ModelScore } from './score';

/** How far each level of a model is met, lowest first: what a level track draws. Small enough for the browser. */
export type LevelState = {
  id: string;
  reached: boolean;
  isNext: boolean;
  met: number;
  atBest: number;
  of: number;
  excluded: number;
};

export function levelStates({ levels, level, next }: ModelScore): LevelState[] {
  const reachedUpTo = levels.findIndex(({ id }) => id === level.certain);
  return levels.map(({ id, requirements }, index) => {
    const included = requirements.filter(({ state }) => state !== 'excluded');
    return {
      id,
      reached: index <= reachedUpTo,
      isNext: next?.level === id,
      met: included.filter(({ certain }) => certain).length,
      atBest: included.filter(({ best }) => best).length,
      of: included.length,
      excluded: requirements.length - included.length,
    };
  });
}
