import { list } from '../domain/labels';
import { leftOutText, rangeText, titlesOf } from '../domain/roadmap-words';
import { oneLine } from './clean-text';
import { levelName } from './item-parts';
import { keyOf, type PlanToExport } from './plan-items';

export type PlanLevel = {
  key: string;
  label: string;
  target: boolean;
  /** The day by which it is reached, and the quarter with its range; `null` where the plan does not bring it. */
  reached: { day: string; text: string; past: boolean } | null;
  /** What is met last, or never. */
  waitsFor: string;
};

/** The levels that are not held today. */
export function planLevels({ roadmap, content, team }: PlanToExport): PlanLevel[] {
  const { title } = titlesOf(content);
  return roadmap.levels.map(({ model, level, when, heldBy }) => ({
    key: keyOf(team, `level:${model}:${level}`),
    label: levelName(content, model, level),
    target: roadmap.targets.some((each) => each.model === model && each.level === level),
    reached:
      when === null ? null : { day: when.day, text: rangeText(when), past: when.week > roadmap.horizonWeeks },
    waitsFor: list([
      ...new Set(
        heldBy.flatMap(({ parts }) => parts.map((part) => `${title(part.capability)} ${part.rung}`)),
      ),
    ]),
  }));
}

/** What is not in the plan, and why. */
export function planLeftOut({ roadmap, content }: PlanToExport): { step: string; reason: string }[] {
  const { step } = titlesOf(content);
  return roadmap.leftOut.map((each) => ({
    step: step(each.id),
    reason: oneLine(leftOutText(content, each)),
  }));
}
