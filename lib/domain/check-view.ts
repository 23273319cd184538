import { decodeAnswers, encodeAnswers } from './check-answers';
import { levelLabel, levelText } from './labels';
import { levelStates, type LevelState } from './level-states';
import { nextQuestion } from './next-question';
import { scoringBasis } from './requirements';
import { readerOf, type Reader } from './readings';
import { score, type LevelReading, type ModelScore } from './score';
import type { Answers } from './schema/answers';
import type { Content, RungRef } from './schema/content';
import { MODEL_IDS, VENDORS, type ModelId } from './vocabulary';

export type CheckView = {
  /** The answers given, for the address; `count` of them. */
  encoded: string;
  count: number;
  /** The address without the last answer; `null` at the first question. */
  before: string | null;
  /** `notApplicable` is the fact that would make the question impossible to need, where there is one. */
  question: {
    id: string;
    title: string;
    question: string;
    rungs: string[];
    notApplicable: string | null;
  } | null;
  models: CheckModel[];
};

export type CheckModel = {
  id: ModelId;
  name: string;
  level: string;
  best: string;
  levels: (LevelState & { short: string; name: string })[];
  /** The first requirement that failed, or that is not known, on the next level. */
  stopped: { label: string; title: string; needs: number; known: boolean } | null;
};

/** The short check: what the address says, with one more answer, and the question that decides most now. */
export function checkView(
  content: Content,
  address: { answers: string; capability: string; choice: string },
): CheckView {
  const basis = scoringBasis(content, MODEL_IDS);
  const earlier = decodeAnswers(content, address.answers);
  const added = decodeAnswers(content, `${address.capability}.${address.choice}`);
  const answers: Answers = { ...earlier, ...added };
  const next = nextQuestion(basis, answers);
  const capability = content.capabilities.find(({ id }) => id === next);
  const count = Object.keys(answers).length;
  return {
    encoded: encodeAnswers(answers),
    count,
    before: count === 0 ? null : encodeAnswers(Object.fromEntries(Object.entries(answers).slice(0, -1))),
    question:
      capability === undefined
        ? null
        : {
            id: capability.id,
            title: capability.title,
            question: capability.question,
            rungs: capability.rungs.map(({ text }) => text),
            notApplicable: capability.notApplicable ?? null,
          },
    models: score(basis, answers).models.map((model) => checkModel(content, model, readerOf(answers))),
  };
}

function checkModel(content: Content, scored: ModelScore, read: Reader): CheckModel {
  const { model: id, level, levels, next } = scored;
  const own = levels.find((each) => each.id === next?.level);
  const stop = own && stopOf(own, read);
  const title = content.capabilities.find((each) => each.id === stop?.part.capability)?.title;
  const named = (levelId: string) =>
    content.models[id].levels.find((each) => each.id === levelId)?.name ?? levelId;
  return {
    id,
    name: VENDORS[id].name,
    level: levelText(id, levels, level.certain),
    best: levelText(id, levels, level.best),
    levels: levelStates(scored).map((state) => ({
      ...state,
      name: named(state.id),
      short: levelText(id, levels, state.id),
    })),
    stopped:
      own === undefined || stop === undefined || title === undefined
        ? null
        : { label: levelLabel(id, own), title, needs: stop.part.rung, known: stop.known },
  };
}

/** What a level waits for: the first requirement that is not met, by an alternative that applies, else the first that is not known. */
function stopOf({ requirements }: LevelReading, read: Reader): { part: RungRef; known: boolean } | undefined {
  const failed = requirements.find(({ state }) => state === 'unmet');
  const short = failed?.parts.find(({ capability }) => read(capability) !== 'not-applicable');
  if (short !== undefined) return { part: short, known: true };
  const waiting = requirements
    .filter(({ certain }) => !certain)
    .flatMap(({ parts }) => parts.filter(({ capability }) => read(capability) === 'unknown'));
  return waiting[0] && { part: waiting[0], known: false };
}
