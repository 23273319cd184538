import 'server-only';
import { assessmentById } from '@/db/assessments';
import { gatheringOf } from '@/db/gatherings';
import { ownAnswersBy } from '@/db/own-answers';
import { respondentById, respondentOfUser, tasksOf } from '@/db/respondents';
import type { OwnAnswer } from '@/db/schema/gatherings';
import type { Team } from '@/db/schema/teams';
import { teamById } from '@/db/teams';
import { userById } from '@/db/users';
import { type Alone, type AnsweringView, type StoredAnswer } from '../assessments/answering-view';
import { questionsView } from '../assessments/questions-view';
import { mineOf } from './mine';
import { shapeOf } from '../assessments/changes-since';
import { contentOfDraft } from '../assessments/editions';
import { reviewOf } from '../assessments/review-of';
import type { ActorContext, Context } from '../context';
import { questionsOf, type Only } from '../domain/answering-place';
import { askedFor, isBlind } from '../domain/gathering';
import { guestOf, type Closed } from './guest';
import { authorOf, ownRefusal, type Answerer } from './save-own';
import { settingsOf } from './set-gathering';

/** What somebody is told before the first question, and the questions themselves. */
export type OwnView = {
  respondent: string;
  /** The first screen was read, and beginning pressed. */
  begun: boolean;
  view: AnsweringView;
};

type Choices = { order?: string | undefined; only?: Only | undefined };
type Asking = Choices & { id: string; org: AnsweringView['org'] };

/** The questions of a member who is asked to answer alone; `null` for who is not, or where it is not answered alone (any more). */
export async function ownView(ctx: ActorContext, asking: Asking): Promise<OwnView | null> {
  const { db, actor } = ctx;
  const me = await respondentOfUser(db, actor.orgId, { assessmentId: asking.id, userId: actor.userId });
  return me === undefined ? null : viewOf(ctx, asking, me.id, 'member');
}

/** The questions as somebody is asked them by the actor, who writes the answers down; `null` for everybody else. */
export async function interviewView(
  ctx: ActorContext,
  asking: Asking & { respondent: string },
): Promise<OwnView | null> {
  const one = await respondentById(ctx.db, ctx.actor.orgId, asking.respondent);
  if (one?.assessmentId !== asking.id || one.recordedBy !== ctx.actor.userId) return null;
  return viewOf(ctx, asking, one.id, 'interview');
}

async function viewOf(
  ctx: ActorContext,
  { id, org, ...choices }: Asking,
  respondent: string,
  who: 'member' | 'interview',
): Promise<OwnView | null> {
  const { db, actor } = ctx;
  const [assessment, gathering, one] = await Promise.all([
    assessmentById(db, actor.orgId, id),
    gatheringOf(db, actor.orgId, id),
    respondentById(db, actor.orgId, respondent),
  ]);
  if (assessment === undefined || one === undefined || one.removedAt !== null || !isBlind(gathering))
    return null;
  const answerer = { userId: actor.userId, respondent: one, assessment, gathering };
  const person = who === 'member' ? one.name : ((await userById(db, actor.userId))?.name ?? '');
  const mine = who === 'member' ? await mineOf(ctx, id, choices.only ?? null) : null;
  return ownQuestions(ctx, answerer, {
    ...{ who, org, person, mine, ...choices },
    saveTo: `/api/assessments/${id}/own-answers`,
    review: await reviewOf(ctx, assessment),
  });
}

/** A guest's questions by the token of their link, or why there are none. */
export async function guestView(
  ctx: Context,
  { token, ...choices }: Choices & { token: string },
): Promise<OwnView | Closed> {
  const guest = await guestOf(ctx, token);
  if (!guest.ok) return guest.detail ?? 'unknown';
  return ownQuestions(ctx, guest.value, {
    ...{ who: 'guest' as const, person: guest.value.respondent.name, mine: null, ...choices },
    // A guest has no way into the organisation, and is told nothing of it.
    org: { slug: '', name: '' },
    saveTo: `/api/guest-answers/${token}`,
    review: { status: 'draft', last: null, own: false },
  });
}

type Around = Choices &
  Pick<AnsweringView, 'org' | 'mine' | 'saveTo'> & {
    who: Alone['who'];
    /** Whose browser it is. */
    person: string;
    review: AnsweringView['assessment']['review'];
  };

async function ownQuestions(
  ctx: Context,
  who: Answerer,
  { who: kind, org, person, mine, saveTo, review, order, only }: Around,
): Promise<OwnView> {
  const { respondent, assessment, gathering } = who;
  const { orgId, id } = assessment;
  const [team, tasks, rows, opener, content] = await Promise.all([
    teamById(ctx.db, orgId, assessment.teamId),
    tasksOf(ctx.db, orgId, id),
    ownAnswersBy(ctx.db, orgId, authorOf(who)),
    userById(ctx.db, gathering?.createdBy ?? ''),
    contentOfDraft(ctx, assessment),
  ]);
  const shown = { row: assessment, content, statements: new Map() };
  const given = tasks.filter((each) => each.respondentId === respondent.id).map((each) => each.capability);
  const questions = questionsView(shown, order, given.length === 0 || only === 'all' ? null : given);
  const asked = new Set(questionsOf(questions.groups));
  const { named, dueOn } = settingsOf(gathering);
  return {
    respondent: respondent.id,
    begun: respondent.begunAt !== null,
    view: {
      ...questions,
      org: { slug: org.slug, name: org.name },
      assessment: {
        ...{ id, title: assessment.title, date: assessment.assessedOn, review, scope: assessment.scope },
        questionnaires: assessment.questionnaires,
        shape: shapeOf(assessment),
      },
      // Nobody but its author changes what is said alone.
      live: false,
      team: { slug: kind === 'guest' ? '' : slugOf(team), name: team?.name ?? '' },
      // What is on the device is kept under who answers, not under whose account it is.
      person: { id: respondent.id, name: person },
      ...{ mayAnswer: ownRefusal(who) === null, mayFinish: false, blind: false, talks: false, newer: null },
      ...{ previous: null, inherited: {}, requests: {} },
      answers: Object.fromEntries(
        rows.filter(({ capability }) => asked.has(capability)).map((row) => [row.capability, storedOf(row)]),
      ),
      ...{ saveTo, mine },
      alone: {
        ...{ who: kind, named, dueOn, opener: opener?.name ?? 'A facilitator' },
        saidBy: kind === 'interview' ? respondent.name : null,
        done: respondent.doneAt !== null,
      },
    },
  };
}

const slugOf = (team: Team | undefined): string => team?.slug ?? '';

const storedOf = ({
  value,
  note,
  evidence,
  flagged,
  vendorsSeenFirst,
  version,
  updatedAt,
}: OwnAnswer): StoredAnswer => ({
  ...{ choice: value, note, evidence, flagged, vendorsSeenFirst, version },
  ...{ by: 'you', at: updatedAt.toISOString() },
});

/** What this respondent is asked for, of all that the assessment asks. */
export async function askedOf(
  ctx: Context,
  { assessment, respondent }: Pick<Answerer, 'assessment' | 'respondent'>,
): Promise<string[]> {
  const { orgId, id } = assessment;
  const tasks = (await tasksOf(ctx.db, orgId, id)).filter((each) => each.respondentId === respondent.id);
  const { groups } = questionsView(
    { row: assessment, content: await contentOfDraft(ctx, assessment), statements: new Map() },
    undefined,
    null,
  );
  return askedFor(
    questionsOf(groups),
    tasks.map(({ capability }) => capability),
  );
}
