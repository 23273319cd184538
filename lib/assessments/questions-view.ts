import 'server-only';
import { domainOrder, narrowedTo, vendorOrder, type AskingGroup } from '../domain/answering-order';
import { questionsOf } from '../domain/answering-place';
import { levelLabel } from '../domain/labels';
import { allParts } from '../domain/requirements';
import type { Capability, Content } from '../domain/schema/content';
import { MODEL_IDS, type ModelId } from '../domain/vocabulary';
import type { LoadedAssessment } from './load-assessment';

/** What a vendor says that this ladder decides, or helps to decide. */
export type TiedStatement = {
  id: string;
  model: ModelId;
  level: string;
  rung: number;
  text: string;
  advice: boolean;
  /** What a person said about this statement directly. */
  stated: 'holds' | 'does not hold' | 'not known' | null;
};

export type LadderView = {
  id: string;
  title: string;
  question: string;
  why: string;
  rungs: string[];
  /** Ids into `words`. */
  words: string[];
  /** The fact that allows *not applicable*; without it the ladder always applies. */
  notApplicable: string | null;
  show: string[];
  statements: TiedStatement[];
};

/** The questions of an assessment, in an order, with all that is shown beside them. */
export type QuestionsView = {
  /** The vendor in whose order it is asked; no other is named then. */
  order: ModelId | null;
  groups: AskingGroup[];
  ladders: Record<string, LadderView>;
  words: Record<string, { term: string; meaning: string }>;
};

/** The questions that one person is asked, with all that is shown beside them; `asked` narrows them. */
export function questionsView(
  loaded: Pick<LoadedAssessment, 'content' | 'row' | 'statements'>,
  wanted: string | undefined,
  asked: readonly string[] | null,
): QuestionsView {
  const { content, row } = loaded;
  const order = vendorIn(row.questionnaires, wanted);
  const all = groupsOf(content, row.questionnaires, order);
  const groups = asked === null ? all : narrowedTo(all, asked);
  const shown = new Set(questionsOf(groups));
  const ladders = content.capabilities
    .filter((capability) => shown.has(capability.id))
    .map((capability) =>
      ladderView(content, capability, order === null ? row.questionnaires : [order], loaded),
    );
  const words = new Set(ladders.flatMap((ladder) => ladder.words));
  return {
    order,
    groups,
    ladders: Object.fromEntries(ladders.map((ladder) => [ladder.id, ladder])),
    words: Object.fromEntries(
      content.glossary
        .filter((word) => words.has(word.id))
        .map(({ id, term, meaning }) => [id, { term, meaning }]),
    ),
  };
}

/** The vendor whose order is asked for, if the assessment has its questionnaire. */
export const vendorIn = (questionnaires: readonly ModelId[], wanted: string | undefined): ModelId | null =>
  MODEL_IDS.find((id) => id === wanted && questionnaires.includes(id)) ?? null;

export const groupsOf = (
  content: Content,
  questionnaires: readonly ModelId[],
  order: ModelId | null,
): AskingGroup[] =>
  order === null ? domainOrder(content, questionnaires) : vendorOrder(content.models[order]);

function ladderView(
  content: Content,
  capability: Capability,
  vendors: readonly ModelId[],
  { statements }: Pick<LoadedAssessment, 'statements'>,
): LadderView {
  const { id, title, question, why, rungs, words, notApplicable, evidence } = capability;
  return {
    id,
    title,
    question,
    why,
    rungs: rungs.map(({ text }) => text),
    words,
    notApplicable: notApplicable ?? null,
    show: evidence,
    statements: vendors.flatMap((vendor) => tiedStatements(content, vendor, id, statements)),
  };
}

function tiedStatements(
  content: Content,
  vendor: ModelId,
  capability: string,
  stated: LoadedAssessment['statements'],
): TiedStatement[] {
  const { levels, criteria } = content.models[vendor];
  return criteria.flatMap(({ id, level: levelId, text, gate, met }) => {
    const part = met === undefined ? undefined : allParts(met).find((each) => each.capability === capability);
    const level = levels.find((each) => each.id === levelId);
    if (part === undefined || level === undefined) return [];
    return [
      {
        id,
        model: vendor,
        level: levelLabel(vendor, level),
        rung: part.rung,
        text,
        advice: gate !== true,
        stated: statedWord(stated.get(id)),
      },
    ];
  });
}

function statedWord(statement: { holds: boolean | null } | undefined): TiedStatement['stated'] {
  if (statement === undefined) return null;
  if (statement.holds === null) return 'not known';
  return statement.holds ? 'holds' : 'does not hold';
}
