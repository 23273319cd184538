import 'server-only';
import { byName } from '@/db/order';
import type { Answer as AnswerRow } from '@/db/schema';
import { namesOf } from '@/db/users';
import { respondentOfUser, respondentsOf, tasksOf } from '@/db/respondents';
import type { ActorContext } from '../context';
import { domainOrder, narrowedTo, vendorOrder, type AskingGroup } from '../domain/answering-order';
import { questionsOf, type Only } from '../domain/answering-place';
import { levelLabel } from '../domain/labels';
import { can } from '../domain/policy';
import { allParts } from '../domain/requirements';
import type { Choice, Evidence, Scope } from '../domain/schema/answers';
import type { Capability, Content } from '../domain/schema/content';
import { MODEL_IDS, type ModelId } from '../domain/vocabulary';
import { newerEdition, type NewerEdition } from './edition-change';
import { loadAssessment, type LoadedAssessment } from './load-assessment';
import { previousAnswers, type Previous } from './previous-answers';
import { reviewOf, type ReviewView } from './review-of';

/** What one person says about one capability; the whole of it is written at once. */
export type AnswerContent = {
  choice: Choice | null;
  note: string | null;
  evidence: Evidence[];
  flagged: boolean;
  vendorsSeenFirst: boolean;
};

/** An answer as stored, with who gave it last. */
export type StoredAnswer = AnswerContent & { version: number; by: string; at: string };

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

/** All that the answering screen shows, for every question at once: going on needs no server. */
export type AnsweringView = {
  org: { slug: string; name: string };
  assessment: { id: string; title: string; review: ReviewView; scope: Scope; questionnaires: ModelId[] };
  team: { slug: string; name: string };
  person: { id: string; name: string };
  mayAnswer: boolean;
  mayFinish: boolean;
  /** The vendor in whose order it is asked; no other is named then. */
  order: ModelId | null;
  groups: AskingGroup[];
  /** That today's content is another than the one that this draft is answered by. */
  newer: NewerEdition | null;
  ladders: Record<string, LadderView>;
  words: Record<string, { term: string; meaning: string }>;
  answers: Record<string, StoredAnswer>;
  /** Of a round: what was said last time, to be asked whether it is still true. */
  previous: Previous | null;
  /** By capability: what another team answers for this one, unless it differs here. */
  inherited: Record<string, InheritedAnswer>;
  /** The address that answers are sent to, before the capability. */
  saveTo: string;
  /** The questions that were given to this person, where some were. */
  mine: Mine | null;
  /** Where this person answers alone; `null` where answers are shared. */
  alone: Alone | null;
};

/** `others` are those to whom a question can be passed on. */
export type Mine = { capabilities: string[]; others: { id: string; name: string }[]; only: Only | null };

export type Alone = {
  who: 'member' | 'guest' | 'interview';
  /** Who is interviewed. */
  saidBy: string | null;
  /** Whether facilitators see, once it is opened, who said what. */
  named: boolean;
  dueOn: string | null;
  /** Who set it up: they or another facilitator open it. */
  opener: string;
  /** Said to be done; answers change until it is opened nevertheless. */
  done: boolean;
};

export type InheritedAnswer = {
  team: { slug: string; name: string };
  date: string;
  choice: Choice;
  note: string | null;
};

type Asking = {
  id: string;
  only?: Only | undefined;
  order: string | undefined;
  org: AnsweringView['org'];
  person: AnsweringView['person'];
};

/** The answering screen of an assessment; `null` where the organisation has none with this id. */
export async function answeringView(
  ctx: ActorContext,
  { id, order: wanted, only = undefined, org, person }: Asking,
): Promise<AnsweringView | null> {
  const loaded = await loadAssessment(ctx, id);
  if (loaded === null) return null;
  const { row, team } = loaded;
  const mine = loaded.gathering === undefined ? null : await mineOf(ctx, id, only ?? null);
  const questions = questionsView(loaded, wanted, mine?.only === 'mine' ? mine.capabilities : null);
  const asked = new Set(questionsOf(questions.groups));
  return {
    org: { slug: org.slug, name: org.name },
    assessment: {
      id,
      title: row.title,
      review: await reviewOf(ctx, row),
      scope: row.scope,
      questionnaires: row.questionnaires,
    },
    team: { slug: team.slug, name: team.name },
    person: { id: person.id, name: person.name },
    mayAnswer: can(ctx.actor, 'assessment.answer', { orgId: row.orgId }),
    mayFinish: can(ctx.actor, 'assessment.finish', { orgId: row.orgId }),
    ...questions,
    newer: newerEdition(ctx, loaded),
    answers: await storedAnswers(
      ctx,
      [...loaded.answers.values()].filter(({ capability }) => asked.has(capability)),
    ),
    inherited: inheritedAnswers(loaded),
    previous: row.status === 'finished' ? null : await previousAnswers(ctx, id, loaded.content),
    saveTo: `/api/assessments/${id}/answers`,
    mine,
    alone: null,
  };
}

/** The questions that one person is asked, with all that is shown beside them; `asked` narrows them. */
export function questionsView(
  loaded: Pick<LoadedAssessment, 'content' | 'row' | 'statements'>,
  wanted: string | undefined,
  asked: readonly string[] | null,
): Pick<AnsweringView, 'order' | 'groups' | 'ladders' | 'words'> {
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

/** What was given to the actor; `null` where nothing was. */
export async function mineOf(
  { db, actor }: Pick<ActorContext, 'db' | 'actor'>,
  id: string,
  only: Only | null,
): Promise<Mine | null> {
  const { userId, orgId } = actor;
  const [me, people, tasks] = await Promise.all([
    respondentOfUser(db, orgId, { assessmentId: id, userId }),
    respondentsOf(db, orgId, id),
    tasksOf(db, orgId, id),
  ]);
  const capabilities = tasks
    .filter(({ respondentId }) => respondentId === me?.id)
    .map(({ capability }) => capability);
  if (me === undefined || me.removedAt !== null || capabilities.length === 0) return null;
  const others = people
    .filter((each) => each.id !== me.id && each.removedAt === null && each.userId !== null)
    .map(({ id: respondent, name }) => ({ id: respondent, name }))
    .toSorted(byName);
  return { capabilities, others, only };
}

function inheritedAnswers({ source }: LoadedAssessment): AnsweringView['inherited'] {
  if (source === null) return {};
  const { team, date, answers } = source;
  return Object.fromEntries(
    Object.entries(answers).map(([capability, { note = null, evidence: _, ...choice }]) => [
      capability,
      { team, date, choice, note },
    ]),
  );
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

async function storedAnswers(
  { db }: ActorContext,
  rows: readonly AnswerRow[],
): Promise<Record<string, StoredAnswer>> {
  const names = await namesOf(
    db,
    rows.map(({ updatedBy }) => updatedBy),
  );
  return Object.fromEntries(
    rows.map(({ capability, value, note, evidence, flagged, vendorsSeenFirst, version, ...row }) => [
      capability,
      {
        choice: value,
        note,
        evidence,
        flagged,
        vendorsSeenFirst,
        version,
        by: names.get(row.updatedBy) ?? 'somebody',
        at: row.updatedAt.toISOString(),
      },
    ]),
  );
}
