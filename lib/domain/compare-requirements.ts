import type { Standing } from './answers';
import { levelLabel } from './labels';
import { readerOf } from './readings';
import type { ModelScore, RequirementReading, RequirementState } from './score';
import type { Answers } from './schema/answers';
import type { Content } from './schema/content';

/** A requirement that reads differently on the two sides. */
export type RequirementMove = {
  id: string;
  /** The level that asks it, as `AWS Repeatable`. */
  label: string;
  /** One capability, or alternatives. */
  parts: { capability: string; title: string; needs: number; before: Standing; after: Standing }[];
  criteria: { id: string; text: string; stated: boolean }[];
  from: RequirementState;
  to: RequirementState;
};

export type ModelMoves = {
  met: RequirementMove[];
  lost: RequirementMove[];
  /** Of all that moved, those that the change of the certain level rests on; none where it stayed. */
  madeBy: RequirementMove[];
};

/** The requirements of one model that moved between two readings by one content. */
export function movedRequirements(
  content: Content,
  before: ModelScore,
  after: ModelScore,
  answers: { before: Answers; after: Answers },
): ModelMoves {
  const earlier = new Map(
    before.levels.flatMap(({ requirements }) => requirements.map((each) => [each.id, each] as const)),
  );
  const pairs = after.levels.flatMap((level, height) =>
    level.requirements.flatMap((now) => {
      const was = earlier.get(now.id);
      return was === undefined ? [] : [{ was, now, height, level }];
    }),
  );
  const [from, to] = [before, after].map(({ levels, level }) =>
    levels.findIndex(({ id }) => id === level.certain),
  );
  const [low, high] = [Math.min(from ?? -1, to ?? -1), Math.max(from ?? -1, to ?? -1)];
  const reads = { before: readerOf(answers.before), after: readerOf(answers.after) };
  const texts = textsOf(content, after);
  const moves = (which: (pair: (typeof pairs)[number]) => boolean): RequirementMove[] =>
    pairs.filter(which).map(({ was, now, level }) => ({
      id: now.id,
      label: levelLabel(after.model, level),
      parts: now.parts.map(({ capability, rung }) => ({
        capability,
        title: texts.titles.get(capability) ?? capability,
        needs: rung,
        before: reads.before(capability),
        after: reads.after(capability),
      })),
      criteria: now.criteria.map(({ id, stated }, index) => ({
        id,
        text: texts.criteria.get(id) ?? id,
        stated: stated || was.criteria[index]?.stated === true,
      })),
      from: was.state,
      to: now.state,
    }));
  return {
    met: moves(({ was, now }) => isMissing(was) && now.state === 'met'),
    lost: moves(({ was, now }) => was.state === 'met' && isMissing(now)),
    madeBy: moves(({ was, now, height }) => height > low && height <= high && was.certain !== now.certain),
  };
}

const isMissing = ({ state }: RequirementReading): boolean => state === 'unmet' || state === 'open';

const textsOf = ({ capabilities, models }: Content, { model }: ModelScore) => ({
  titles: new Map(capabilities.map(({ id, title }) => [id, title])),
  criteria: new Map(models[model].criteria.map(({ id, text }) => [id, text])),
});
