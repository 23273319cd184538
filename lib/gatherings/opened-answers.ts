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
  respondents: {
    /** Tells respondents apart here alone: it is no id of anything where no names are shown. */
    key: string;
    name: string;
    /** The capabilities that they were asked for; none is all of them. */
    tasks: string[];
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
  const [people, answers, tasks] = await Promise.all([
    respondentsOf(db, actor.orgId, id),
    openedAnswersOf(db, actor.orgId, id),
    tasksOf(db, actor.orgId, id),
  ]);
  const { named } = gathering;
  const asked = people
    .filter(({ removedAt }) => removedAt === null)
    .map((each) => ({ ...each, shuffled: shuffled(each.id) }))
    .toSorted((a, b) => (a.shuffled < b.shuffled ? -1 : 1));
  return done({
    named,
    respondents: asked.map(({ id: respondent, name }, index) => ({
      key: named ? respondent : String(index + 1),
      name: named ? name : `Respondent ${index + 1}`,
      tasks: tasks.filter((each) => each.respondentId === respondent).map(({ capability }) => capability),
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
