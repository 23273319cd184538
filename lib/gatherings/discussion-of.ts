import 'server-only';
import { openedAnswersOf } from '@/db/own-answers';
import { respondentsOf, tasksOf } from '@/db/respondents';
import { settlementsOf } from '@/db/settlements';
import { domainAnswers, loadAssessment, type LoadedAssessment } from '../assessments/load-assessment';
import type { ActorContext } from '../context';
import { domainOrder } from '../domain/answering-order';
import { discussion, type Discussion } from '../domain/discussion';
import { askedFor } from '../domain/gathering';
import { can } from '../domain/policy';
import { done, failed, type Result } from '../errors';
import { signatureOf } from '../signature';
import { STILL_BLIND } from './blind';

export type OpenDiscussion = { loaded: LoadedAssessment; discussion: Discussion };

/** What people answered alone and a facilitator opened, to talk about; fails while it is not opened, or where it is answered together. */
export async function discussionOf(ctx: ActorContext, id: string): Promise<Result<OpenDiscussion>> {
  const loaded = await loadAssessment(ctx, id);
  if (loaded === null) return failed('not-found', 'There is no such assessment.');
  const { gathering, content, row } = loaded;
  if (!can(ctx.actor, 'assessment.gather', { orgId: row.orgId }))
    return failed('forbidden', 'What people said alone is read by facilitators.');
  if (gathering?.way !== 'alone')
    return failed(
      'invalid',
      'This assessment is answered together, so there are no answers of single people to compare.',
    );
  if (gathering.openedAt === null) return failed('finished', STILL_BLIND);
  const { db, actor } = ctx;
  const [said, respondents, tasks, settled] = await Promise.all([
    openedAnswersOf(db, actor.orgId, id),
    respondentsOf(db, actor.orgId, id),
    tasksOf(db, actor.orgId, id),
    settlementsOf(db, actor.orgId, id),
  ]);
  const order = domainOrder(content, row.questionnaires).flatMap(({ capabilities }) => capabilities);
  const titles = new Map(content.capabilities.map((each) => [each.id, each.title]));
  const capabilities = order.map((each) => ({ id: each, title: titles.get(each) ?? each }));
  const speakers = respondents
    .filter(({ removedAt }) => removedAt === null)
    .map((each) => ({ ...each, shuffled: shuffled(each.id) }))
    .toSorted((a, b) => (a.shuffled < b.shuffled ? -1 : 1))
    .map(({ id: respondentId, name }) => {
      const own = said.filter((each) => each.respondentId === respondentId);
      const given = tasks.filter((each) => each.respondentId === respondentId);
      return {
        ...{ id: respondentId, name, answers: domainAnswers(own) },
        remarks: Object.fromEntries(
          own.flatMap(({ capability, value, note }) =>
            value === null && note !== null ? [[capability, note]] : [],
          ),
        ),
        asked: new Set(
          askedFor(
            order,
            given.map(({ capability }) => capability),
          ),
        ),
      };
    });
  const states = new Map(settled.map(({ capability, state }) => [capability, state] as const));
  return done({
    loaded,
    discussion: discussion({ capabilities, speakers, named: gathering.named, states, seed: id }),
  });
}

/** By the secret of this installation, so that nobody who sees ids elsewhere can tell who is *respondent 1*. */
const shuffled = (respondent: string): string => signatureOf('respondents', respondent);
