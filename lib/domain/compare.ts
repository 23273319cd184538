import { refusal, rungOf, standing, type Standing } from './answers';
import type { Pair } from './area-score';
import type { Assessment } from './assessment';
import { bridgeOf, placeOf, type Bridge, type Place } from './bridge';
import { movedRequirements, type ModelMoves } from './compare-requirements';
import { capabilitiesInScope, scoringBasis } from './requirements';
import { score, type ModelScore, type Score } from './score';
import type { Answer, Answers } from './schema/answers';
import type { Content, ModelId } from './schema/content';
import { MODEL_IDS } from './vocabulary';

/** One of two assessments that are compared, with the content that it is read by. */
export type ComparedAssessment = Pick<Assessment, 'date' | 'questionnaires' | 'answers' | 'statements'> & {
  title: string;
  content: Content;
};

/** `answered`: on a rung now, not known before; `unanswered` the other way; `excluded` does not apply any more, `included` does again. */
export type MoveKind = 'rose' | 'fell' | 'answered' | 'unanswered' | 'excluded' | 'included';

export type CapabilityMove = {
  kind: MoveKind;
  id: string;
  title: string;
  before: Standing;
  after: Standing;
  /** Reason and note of each answer. */
  said: { before: string | null; after: string | null };
  /** The rungs read differently on the two sides, so that the digits are not quite the same measure. */
  reworded: boolean;
};

export type LevelChange = 'rose' | 'fell' | 'stayed';

export type ModelComparison = ModelMoves & {
  model: ModelId;
  /** Of the certain level, each side by its own content. */
  change: LevelChange;
  before: Place;
  after: Place;
};

/** A capability that only one of the two contents has. */
export type OneSided = { id: string; title: string; standing: Standing };

export type ComparedSide = { title: string; date: string; version: string };

/** What changed from one assessment to another, over the questionnaires that both ask. */
export type Comparison = {
  before: ComparedSide;
  after: ComparedSide;
  /** Whether both are read by the same measure; where not, `bridge` tells what the content did. */
  sameMeasure: boolean;
  questionnaires: ModelId[];
  /** Questionnaires that only one side asks, and that are therefore not compared. */
  notCompared: { before: ModelId[]; after: ModelId[] };
  /** In the order of the content. */
  moves: CapabilityMove[];
  retired: OneSided[];
  added: OneSided[];
  models: ModelComparison[];
  /** Both sides by the content of the later one. */
  domains: { id: string; title: string; before: Pair; after: Pair }[];
  bridge: Bridge;
};

/**
 * Compares two assessments. Each is read by its own content; where the measures differ, requirements and domains are read by the content
 * of `after` on both sides, so that they tell what the answers did, and the bridge tells the rest.
 */
export function compareAssessments(before: ComparedAssessment, after: ComparedAssessment): Comparison {
  const shared = MODEL_IDS.filter(
    (id) => before.questionnaires.includes(id) && after.questionnaires.includes(id),
  );
  const now = scored(after.content, after, shared);
  const reread = scored(after.content, before, shared);
  const was = scored(before.content, before, shared);
  const only = (side: ComparedAssessment) => side.questionnaires.filter((id) => !shared.includes(id));
  return {
    before: sideOf(before),
    after: sideOf(after),
    sameMeasure: before.content.measure === after.content.measure,
    questionnaires: shared,
    notCompared: { before: only(before), after: only(after) },
    moves: capabilityMoves(before, after, shared),
    retired: onlyIn(before, after, shared),
    added: onlyIn(after, before, shared),
    models: now.models.flatMap((model) => {
      const [own, between] = [modelOf(was, model.model), modelOf(reread, model.model)];
      if (own === undefined || between === undefined) return [];
      return [
        {
          model: model.model,
          change: changeOf(rankOf(before.content, own), rankOf(after.content, model)),
          before: placeOf(own),
          after: placeOf(model),
          ...movedRequirements(after.content, between, model, {
            before: before.answers,
            after: after.answers,
          }),
        },
      ];
    }),
    domains: after.content.lifecycle.domains.flatMap(({ id, title }) => {
      const [first, last] = [reread.domains[id], now.domains[id]];
      return first === undefined || last === undefined
        ? []
        : [{ id, title, before: first.pair, after: last.pair }];
    }),
    bridge: bridgeOf({ before: was, reread, after: now }),
  };
}

const sideOf = ({ title, date, content }: ComparedAssessment): ComparedSide => ({
  title,
  date,
  version: content.edition.version,
});

const modelOf = ({ models }: Score, id: ModelId): ModelScore | undefined =>
  models.find(({ model }) => model === id);

function scored(content: Content, side: ComparedAssessment, questionnaires: readonly ModelId[]): Score {
  return score(scoringBasis(content, questionnaires), answersBy(content, side.answers), side.statements);
}

/** The answers as a content can read them: an exclusion that it does not allow is no answer to it. */
export function answersBy({ capabilities }: Pick<Content, 'capabilities'>, answers: Answers): Answers {
  const refused = capabilities.filter((capability) => {
    const answer = answerTo(answers, capability.id);
    return answer !== undefined && refusal(capability, answer) !== undefined;
  });
  if (refused.length === 0) return answers;
  const ids = new Set(refused.map(({ id }) => id));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !ids.has(id)));
}

const answerTo = (answers: Answers, capability: string): Answer | undefined =>
  Object.hasOwn(answers, capability) ? answers[capability] : undefined;

/** The order of the level that is certain, or less than any where the lowest is not reached. */
function rankOf({ models }: Pick<Content, 'models'>, { model, level }: ModelScore): number {
  return models[model].levels.find(({ id }) => id === level.certain)?.order ?? -Infinity;
}

const changeOf = (before: number, after: number): LevelChange =>
  after === before ? 'stayed' : after > before ? 'rose' : 'fell';

function capabilityMoves(
  before: ComparedAssessment,
  after: ComparedAssessment,
  shared: readonly ModelId[],
): CapabilityMove[] {
  const earlier = new Map(before.content.capabilities.map((each) => [each.id, each]));
  const asked = new Set(
    [before, after].flatMap(({ content }) => capabilitiesInScope(content, shared)).map(({ id }) => id),
  );
  return after.content.capabilities.flatMap(({ id, title, rungs }) => {
    const own = earlier.get(id);
    if (own === undefined || !asked.has(id)) return [];
    const answers = [answerTo(before.answers, id), answerTo(after.answers, id)] as const;
    const [from, to] = [standing(answers[0]), standing(answers[1])];
    const kind = kindOf(from, to);
    if (kind === null) return [];
    const reworded = own.rungs.some(({ text }, rung) => text !== rungs[rung]?.text);
    const said = { before: saidIn(answers[0]), after: saidIn(answers[1]) };
    return [{ kind, id, title, before: from, after: to, said, reworded }];
  });
}

/** `null` where nothing moved; a question that somebody has looked at and cannot answer is as little known as one never opened. */
function kindOf(before: Standing, after: Standing): MoveKind | null {
  if (before === after) return null;
  if (after === 'not-applicable') return 'excluded';
  if (before === 'not-applicable') return 'included';
  const [from, to] = [rungOf(before), rungOf(after)];
  if (from === undefined) return to === undefined ? null : 'answered';
  if (to === undefined) return 'unanswered';
  return to > from ? 'rose' : 'fell';
}

function saidIn(answer: Answer | undefined): string | null {
  if (answer === undefined) return null;
  const said = ['reason' in answer ? answer.reason : undefined, answer.note];
  const texts = said.filter((text) => text !== undefined && text !== '');
  return texts.length === 0 ? null : texts.join(' ');
}

function onlyIn(side: ComparedAssessment, other: ComparedAssessment, shared: readonly ModelId[]): OneSided[] {
  const known = new Set(other.content.capabilities.map(({ id }) => id));
  return capabilitiesInScope(side.content, shared)
    .filter(({ id }) => !known.has(id))
    .map(({ id, title }) => ({ id, title, standing: standing(answerTo(side.answers, id)) }));
}
