import 'server-only';
import { answersOf } from '@/db/answers';
import { byName } from '@/db/order';
import { answeredAlone } from '@/db/own-answers';
import { respondentsOf, tasksOf, type Asked } from '@/db/respondents';
import type { Assessment } from '@/db/schema/assessments';
import type { Gathering } from '@/db/schema/gatherings';
import { groupsOf } from '../assessments/questions-view';
import { contentOfDraft } from '../assessments/editions';
import type { ActorContext } from '../context';
import { questionsOf } from '../domain/answering-place';
import { askedFor, progressOf, type Progress } from '../domain/gathering';

/** One who is asked, how many questions, and how far they are; never what they said. */
export type Person = { respondent: Asked; tasks: string[]; asked: string[]; progress: Progress };

/** All who are asked and were not removed, by name. Together, a question counts as answered whoever answered it. */
export async function peopleOf(
  ctx: Pick<ActorContext, 'db' | 'actor' | 'content'>,
  assessment: Assessment,
  way: Gathering['way'],
): Promise<Person[]> {
  const { db, actor } = ctx;
  const { id, questionnaires } = assessment;
  const [people, tasks, alone, shared, content] = await Promise.all([
    respondentsOf(db, actor.orgId, id),
    tasksOf(db, actor.orgId, id),
    way === 'alone' ? answeredAlone(db, actor.orgId, id) : [],
    way === 'alone' ? [] : answersOf(db, actor.orgId, id),
    contentOfDraft(ctx, assessment),
  ]);
  const all = questionsOf(groupsOf(content, questionnaires, null));
  const together = new Set(shared.filter(({ value }) => value !== null).map(({ capability }) => capability));
  const by = (respondent: string) =>
    new Set(alone.flatMap((each) => (each.respondentId === respondent ? [each.capability] : [])));
  return people
    .filter(({ removedAt }) => removedAt === null)
    .toSorted(byName)
    .map((respondent) => {
      const own = tasks.flatMap((each) => (each.respondentId === respondent.id ? [each.capability] : []));
      const asked = askedFor(all, own);
      const answered = way === 'alone' ? by(respondent.id) : together;
      return {
        ...{ respondent, asked, tasks: own },
        progress: progressOf(respondent, asked, (capability) => answered.has(capability)),
      };
    });
}
