import 'server-only';
import type { Answer as AnswerRow } from '@/db/schema/answers';
import { namesOf } from '@/db/users';
import type { ActorContext } from '../context';
import { questionsOf, type Only } from '../domain/answering-place';
import { isBlind } from '../domain/gathering';
import { can } from '../domain/policy';
import type { Choice, Evidence, Scope } from '../domain/schema/answers';
import type { ModelId } from '../domain/vocabulary';
import { mineOf, type Mine } from '../gatherings/mine';
import { shapeOf } from './changes-since';
import { newerEdition, type NewerEdition } from './edition-change';
import { requestsByCapability, type ShownRequest } from './evidence-requests';
import { loadAssessment, type LoadedAssessment } from './load-assessment';
import { previousAnswers, type Previous } from './previous-answers';
import { questionsView, type QuestionsView } from './questions-view';
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

/** All that the answering screen shows, for every question at once: going on needs no server. */
export type AnsweringView = QuestionsView & {
  org: { slug: string; name: string };
  assessment: {
    id: string;
    title: string;
    /** The day for which the answers speak. */
    date: string;
    review: ReviewView;
    scope: Scope;
    questionnaires: ModelId[];
    /** Of what a newer version of the page would show differently. */
    shape: string;
  };
  /** Whether others change these answers, so that the page listens for that and shows what they were before. */
  live: boolean;
  team: { slug: string; name: string };
  person: { id: string; name: string };
  mayAnswer: boolean;
  mayFinish: boolean;
  /** Each answers alone, and nothing is opened yet: the shared answers are empty, and stay it for now. */
  blind: boolean;
  /** Whether this person talks with the others about what each answered alone. */
  talks: boolean;
  /** That today's content is another than the one that this draft is answered by. */
  newer: NewerEdition | null;
  answers: Record<string, StoredAnswer>;
  /** Of a round: what was said last time, to be asked whether it is still true. */
  previous: Previous | null;
  /** By capability: what another team answers for this one, unless it differs here. */
  inherited: Record<string, InheritedAnswer>;
  /** The address that answers are sent to, before the capability. */
  saveTo: string;
  /** The questions that were given to this person, where some were. */
  mine: Mine | null;
  /** By capability: whom somebody asked for evidence; nothing for who may not answer. */
  requests: Record<string, ShownRequest[]>;
  /** Where this person answers alone; `null` where answers are shared. */
  alone: Alone | null;
};

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
  { id, order: wanted, only, org, person }: Asking,
): Promise<AnsweringView | null> {
  const loaded = await loadAssessment(ctx, id);
  if (loaded === null) return null;
  const { row, team } = loaded;
  const mine = loaded.gathering === undefined ? null : await mineOf(ctx, id, only ?? null);
  const questions = questionsView(loaded, wanted, mine?.only === 'mine' ? mine.capabilities : null);
  const asked = new Set(questionsOf(questions.groups));
  const mayAnswer = can(ctx.actor, 'assessment.answer', { orgId: row.orgId });
  return {
    org: { slug: org.slug, name: org.name },
    assessment: {
      id,
      title: row.title,
      date: row.assessedOn,
      review: await reviewOf(ctx, row),
      scope: row.scope,
      questionnaires: row.questionnaires,
      shape: shapeOf(row),
    },
    live: true,
    team: { slug: team.slug, name: team.name },
    person: { id: person.id, name: person.name },
    mayAnswer,
    mayFinish: can(ctx.actor, 'assessment.finish', { orgId: row.orgId }),
    blind: isBlind(loaded.gathering),
    talks:
      loaded.gathering?.openedAt != null &&
      row.status === 'draft' &&
      can(ctx.actor, 'assessment.gather', { orgId: row.orgId }),
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
    requests: mayAnswer && row.status === 'draft' ? await requestsByCapability(ctx, id) : {},
    alone: null,
  };
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
