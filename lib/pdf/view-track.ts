import { levelCount, quarterText } from '@/lib/domain/labels';
import type { Roadmap } from '@/lib/domain/roadmap';
import type { ReportLevel, ReportModel } from '@/lib/domain/report';

/** One model's levels as a row of segments. `solid` and `hatched` are shares of a segment's length; `count` says them in words. */
export type TrackView = {
  mark: string;
  name: string;
  now: string;
  below: boolean;
  segments: {
    label: string;
    reached: boolean;
    here: boolean;
    solid: number;
    hatched: number;
    count: string;
    /** The quarter in which the plan reaches it. */
    when: string | null;
  }[];
  alt: string;
};

export function trackView(
  { id, mark, name, level, levels }: ReportModel,
  roadmap: Roadmap | null,
): TrackView {
  const here = levels.findLast(({ reached }) => reached)?.id;
  const whenOf = (of: string) =>
    roadmap?.levels.find((each) => each.model === id && each.level === of)?.when?.quarter;
  const segments = levels.map((each) => ({
    label: each.short,
    reached: each.reached && each.of > 0,
    here: each.id === here,
    ...lengths(each),
    count: levelCount(each),
    when: each.reached ? null : inQuarter(whenOf(each.id)),
  }));
  const now = level.best === level.certain ? level.certain : `${level.certain}, up to ${level.best}`;
  const said = segments.map(
    ({ label, count, reached, when }) =>
      `${label} ${count}${reached ? ', reached' : ''}${when === null ? '' : `, planned for ${when}`}`,
  );
  return {
    mark,
    name,
    now,
    below: here === undefined,
    segments,
    alt: `${name}, now ${now}. ${said.join('; ')}.`,
  };
}

function lengths({ met, atBest, of }: ReportLevel): { solid: number; hatched: number } {
  if (of === 0) return { solid: 0, hatched: 0 };
  return { solid: met / of, hatched: (atBest - met) / of };
}

const inQuarter = (quarter: string | undefined): string | null =>
  quarter === undefined ? null : quarterText(quarter);
