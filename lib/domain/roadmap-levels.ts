import { standing, type Standing } from './answers';
import { readerOf, type Reader } from './readings';
import type { Basis } from './requirements';
import { scoreModel, type ModelScore, type RequirementReading } from './score';
import { climbed } from './gap';
import type { PlacedWork } from './roadmap-schedule';
import { stepId } from './roadmap-work';
import type { Answers, Statements } from './schema/answers';
import type { ModelId, RungRef } from './schema/content';

/** A level that is not held today, and the week by whose beginning it is: `null` where no step of the plan brings it. */
export type LevelWeek = {
  model: ModelId;
  level: string;
  week: number | null;
  /** Requirements that are met last, or never: what the level waits for. */
  heldBy: { requirement: string; parts: RungRef[]; week: number | null; stated: boolean }[];
};

type Ends = ReadonlyMap<string, number>;

export const endsOf = (placed: readonly Pick<PlacedWork, 'id' | 'endWeek'>[]): Ends =>
  new Map(placed.map(({ id, endWeek }) => [id, endWeek]));

/**
 * When each level is reached, for certain: every requirement at it and below has its rungs by then. Levels held today are left out; those
 * above the targets are listed where the plan brings them all the same.
 */
export function levelWeeks(
  models: readonly ModelScore[],
  read: Reader,
  ends: Ends,
  targets: ReadonlyMap<ModelId, string>,
): LevelWeek[] {
  return models.flatMap(({ model, level, levels }) => {
    const held = levels.findIndex(({ id }) => id === level.certain);
    const target = levels.findIndex(({ id }) => id === targets.get(model));
    return levels.flatMap(({ id }, index): LevelWeek[] => {
      if (index <= held) return [];
      const upTo = levels.slice(0, index + 1).flatMap(({ requirements }) => requirements);
      const weeks = upTo.map((requirement) => ({
        requirement,
        week: requirementWeek(requirement, read, ends),
      }));
      const last = Math.max(0, ...weeks.map(({ week }) => week));
      if (index > target && last === Infinity) return [];
      return [
        {
          model,
          level: id,
          week: finite(last),
          heldBy: weeks
            .filter(({ week }) => week === last && week > 0)
            .map(({ requirement, week }) => ({
              requirement: requirement.id,
              parts: requirement.parts,
              week: finite(week),
              stated: requirement.criteria.some(({ stated, certain }) => stated && !certain),
            })),
        },
      ];
    });
  });
}

const finite = (week: number): number | null => (week === Infinity ? null : week);

/** Each of its criteria holds by then: a stated one as stated, any other once one of its rungs is reached. */
function requirementWeek({ certain, criteria }: RequirementReading, read: Reader, ends: Ends): number {
  if (certain) return 0;
  return Math.max(
    ...criteria.map((criterion) => {
      if (criterion.certain) return 0;
      if (criterion.stated) return Infinity;
      return Math.min(
        Infinity,
        ...criterion.parts.map((part) => rungWeek(part, read(part.capability), ends)),
      );
    }),
  );
}

const rungWeek = ({ capability, rung }: RungRef, value: Standing, ends: Ends): number => {
  if (typeof value === 'number' && value >= rung) return 0;
  return value === 'not-applicable' ? Infinity : (ends.get(stepId(capability, rung)) ?? Infinity);
};

/** Each model's progress (0 to 1, for certain) whenever a step ends, in the order of the weeks; week 0 is today. */
export function progressByWeek(
  basis: Basis,
  { answers, statements }: { answers: Answers; statements: Statements },
  placed: readonly PlacedWork[],
): { week: number; steps: string[]; progress: Partial<Record<ModelId, number>> }[] {
  const weeks = [...new Set(placed.map(({ endWeek }) => endWeek))].toSorted((a, b) => a - b);
  const at = (now: Answers) => {
    const read = readerOf(now);
    return Object.fromEntries(
      basis.rulers.map((ruler) => [ruler.model, scoreModel(ruler, read, statements).progress.certain]),
    );
  };
  let now = answers;
  return [
    { week: 0, steps: [], progress: at(now) },
    ...weeks.map((week) => {
      const ending = placed.filter(({ endWeek }) => endWeek === week);
      now = climbed(now, highest(ending, now));
      return { week, steps: ending.map(({ id }) => id), progress: at(now) };
    }),
  ];
}

/** A step that ends never takes back a rung that is there already. */
const highest = (steps: readonly PlacedWork[], now: Answers) =>
  steps
    .filter(({ capability, to }) => {
      const value = standing(now[capability]);
      return typeof value !== 'number' || value < to;
    })
    .toSorted((a, b) => a.to - b.to);
