import { levelCount } from '@/lib/domain/labels';
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
  }[];
  alt: string;
};

export function trackView({ mark, name, level, levels }: ReportModel): TrackView {
  const here = levels.findLast(({ reached }) => reached)?.id;
  const segments = levels.map((each) => ({
    label: each.short,
    reached: each.reached && each.of > 0,
    here: each.id === here,
    ...lengths(each),
    count: levelCount(each),
  }));
  const now = level.best === level.certain ? level.certain : `${level.certain}, up to ${level.best}`;
  const said = segments.map(({ label, count, reached }) => `${label} ${count}${reached ? ', reached' : ''}`);
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
