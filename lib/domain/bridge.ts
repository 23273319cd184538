import type { Pair } from './area-score';
import { levelLabel, levelText } from './labels';
import { toGo, type ModelScore, type Score } from './score';
import type { ModelId } from './schema/content';

/**
 * One thing read three times: the old answers by the old content, the old answers by the new content, the new answers by the new
 * content. From the first to the second is what the content did, from the second to the third what the answers did.
 */
export type Steps<Value> = { before: Value; reread: Value; after: Value };

/** Where a model stands, in words: its levels, and what is missing for the next; `toGo` is `null` on the top level. */
export type Place = {
  certain: string;
  best: string;
  floor: string;
  toGo: { label: string; certain: number; best: number } | null;
};

/** The change between two assessments of different measures in parts: what new content did, what new answers did. */
export type Bridge = {
  /** `null` where nothing applies on one of the sides. */
  overall: Steps<NonNullable<Pair>> | null;
  models: { model: ModelId; place: Steps<Place>; progress: Steps<NonNullable<Pair>> }[];
};

/** The bridge between scores that are there already; models that all three have. */
export function bridgeOf({ before, reread, after }: Steps<Score>): Bridge {
  const [first, second, third] = [before.overall, reread.overall, after.overall];
  return {
    overall:
      first === null || second === null || third === null
        ? null
        : { before: first, reread: second, after: third },
    models: after.models.flatMap((now) => {
      const of = ({ models }: Score) => models.find(({ model }) => model === now.model);
      const [was, between] = [of(before), of(reread)];
      if (was === undefined || between === undefined) return [];
      return [
        {
          model: now.model,
          place: { before: placeOf(was), reread: placeOf(between), after: placeOf(now) },
          progress: { before: was.progress, reread: between.progress, after: now.progress },
        },
      ];
    }),
  };
}

/** Levels in words, each by the names that its own content gave them. */
export function placeOf(model: ModelScore): Place {
  const { level, levels, next } = model;
  const target = levels.find(({ id }) => id === next?.level);
  const text = (id: string | null) => levelText(model.model, levels, id);
  return {
    certain: text(level.certain),
    best: text(level.best),
    floor: text(level.floor),
    toGo: target === undefined ? null : { label: levelLabel(model.model, target), ...toGo(model, target.id) },
  };
}

/** The bridge as it is shown, in whole per cent: `before + content + answers = after`, and `content + answers = total`. */
export type ShownBridge = {
  before: number;
  content: number;
  answers: number;
  total: number;
  after: number;
};

/**
 * Rounds the three shares, each as every other page rounds it, and takes the parts as differences of what is shown. Rounding the parts
 * themselves would show sums that do not add up, or ends that another page shows differently; this way a part can be off by less than one.
 */
export function shownBridge({ before, reread, after }: Steps<number>): ShownBridge {
  const [first, second, third] = [before, reread, after].map((share) => Math.round(share * 100));
  const [from = 0, between = 0, to = 0] = [first, second, third];
  return { before: from, content: between - from, answers: to - between, total: to - from, after: to };
}
