import 'server-only';
import { createHmac } from 'node:crypto';
import { gatheringOf } from '@/db/gatherings';
import { openedAnswersOf } from '@/db/own-answers';
import { respondentsOf, tasksOf } from '@/db/respondents';
import type { OwnAnswer } from '@/db/schema';
import type { ActorContext } from '../context';
import { can } from '../domain/policy';
import { env } from '../env';
import { done, failed, type Result } from '../errors';
import { STILL_BLIND } from './blind';

export type Opened = {
  /** Whether `name` is a name; otherwise it is `Respondent 1`, in an order that tells nothing. */
  named: boolean;
  /** How many are asked for a capability: those to whom it was given, and all to whom nothing was. */
  asked: { given: Record<string, number>; all: number };
  respondents: {
    /** Tells respondents apart here alone: it is no id of anything where no names are shown. */
    key: string;
    name: string;
    answers: Pick<OwnAnswer, 'capability' | 'value' | 'note' | 'evidence' | 'flagged'>[];
  }[];
};

/** What each said alone, for facilitators and once it is opened; who was removed is not among them. */
export async function openedAnswers(ctx: ActorContext, id: string): Promise<Result<Opened>> {
  const { db, actor } = ctx;
  if (!can(actor, 'assessment.gather', { orgId: actor.orgId }))
    return failed('forbidden', 'What people said alone is read by facilitators.');
  const gathering = await gatheringOf(db, actor.orgId, id);
  if (gathering?.way !== 'alone') return failed('not-found', 'This assessment is answered together.');
  if (gathering.openedAt === null) return failed('forbidden', STILL_BLIND);
  const [everybody, answers, tasks] = await Promise.all([
    respondentsOf(db, actor.orgId, id),
    openedAnswersOf(db, actor.orgId, id),
    tasksOf(db, actor.orgId, id),
  ]);
  const { named } = gathering;
  const asked = everybody
    .filter(({ removedAt }) => removedAt === null)
    .map((each) => ({ ...each, shuffled: shuffled(each.id) }))
    .toSorted((a, b) => (a.shuffled < b.shuffled ? -1 : 1));
  const given: Record<string, number> = {};
  const people = new Set(asked.map((each) => each.id));
  const counted = tasks.filter(({ respondentId }) => people.has(respondentId));
  for (const { capability } of counted) given[capability] = (given[capability] ?? 0) + 1;
  const all = people.size - new Set(counted.map(({ respondentId }) => respondentId)).size;
  return done({
    named,
    // Counts alone: whom a question was given to could tell whose answer it is.
    asked: { given, all },
    respondents: asked.map(({ id: respondent, name }, index) => ({
      key: named ? respondent : String(index + 1),
      name: named ? name : `Respondent ${index + 1}`,
      answers: answers
        .filter(({ respondentId }) => respondentId === respondent)
        .map(({ capability, value, note, evidence, flagged }) => ({
          ...{ capability, value, note, evidence, flagged },
        })),
    })),
  });
}

/** By the secret of this installation, so that nobody who sees ids elsewhere can tell the order. */
const shuffled = (respondent: string): string =>
  createHmac('sha256', env().NEXTAUTH_SECRET).update(`respondents\n${respondent}`).digest('base64url');
