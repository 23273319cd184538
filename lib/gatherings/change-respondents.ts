import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import {
  addTask,
  insertRespondent,
  respondentOfUser,
  respondentsOf,
  takeTask,
  tasksOf,
  updateRespondent,
  writeTasks,
} from '@/db/respondents';
import { contentOfDraft } from '../assessments/editions';
import { groupsOf } from '../assessments/questions-view';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { questionsOf } from '../domain/answering-place';
import { byLeadRole } from '../domain/gathering';
import { LIMITS } from '../domain/limits';
import { plainText } from '../domain/schema/answers';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { ticked } from '../form-fields';
import { askedIn, drafted } from './drafted';

const ofAssessment = z.object({ org: z.string(), id: z.string() });
const ofRespondent = ofAssessment.extend({ respondent: z.string() });

export const addInterviewInput = ofAssessment.extend({
  name: plainText(LIMITS.title).min(1, 'say whom you interview'),
});
export const removeRespondentInput = ofRespondent;
export const changeRespondentInput = ofRespondent.extend({
  roles: ticked,
  tasks: ticked,
  /** The version of the respondent that the form showed. */
  seen: z.coerce.number().int(),
});
export const assignByRoleInput = ofAssessment;
export const giveTaskInput = ofAssessment.extend({ capability: z.string(), to: z.string() });

type Of<Schema extends z.ZodType> = Omit<z.output<Schema>, 'org'>;

const changed = () => failed('conflict', 'Somebody changed who is asked what at this moment. Look again.');

/** Somebody whom the actor asks and whose words they write down: said by them, recorded by the actor. */
export async function addInterview(
  ctx: ActorContext,
  { id, name }: Of<typeof addInterviewInput>,
): Promise<Result<{ respondent: string }>> {
  const { db, actor, now } = ctx;
  const found = await drafted(ctx, id);
  if (!found.ok) return found;
  if (found.value.way !== 'alone')
    return failed('invalid', 'An interview is one person’s own answers: set that each answers alone first.');
  const respondent = ctx.newId();
  await commit(db, (tx) => [
    insertRespondent(tx, {
      ...{ id: respondent, orgId: actor.orgId, assessmentId: id, userId: null, recordedBy: actor.userId },
      ...{ name, email: null, roles: [], invitedBy: actor.userId, invitedAt: now },
    }),
    audited(ctx, tx, 'assessment.ask', id, { people: 1, kind: 'interview' }),
  ]);
  return done({ respondent });
}

/** Asks somebody no more. What they answered is kept, and not counted; from now on nothing of theirs is saved. */
export async function removeRespondent(
  ctx: ActorContext,
  input: Of<typeof removeRespondentInput>,
): Promise<Result<null>> {
  const found = await askedIn(ctx, input);
  if (!found.ok) return found;
  const saved = await unlessStale(
    commit(ctx.db, (tx) => [
      exactlyOne(updateRespondent(tx, found.value.respondent, { removedAt: ctx.now }), () => new Stale()),
      audited(ctx, tx, 'assessment.ask-end', input.id),
    ]),
  );
  return saved ? done(null) : changed();
}

/** Sets which roles a respondent has and which capabilities they are asked for; none is all of them. */
export async function changeRespondent(
  ctx: ActorContext,
  input: Of<typeof changeRespondentInput>,
): Promise<Result<null>> {
  const found = await askedIn(ctx, input);
  if (!found.ok) return found;
  const { assessment, respondent } = found.value;
  const content = await contentOfDraft(ctx, assessment);
  const asked = questionsOf(groupsOf(content, assessment.questionnaires, null));
  const roles = content.roles.map(({ id }) => id).filter((id) => input.roles.includes(id));
  const tasks = asked.filter((id) => input.tasks.includes(id));
  if (roles.length < input.roles.length) return failed('not-found', 'There is no such role.');
  if (tasks.length < input.tasks.length)
    return failed('not-found', 'This assessment does not ask all of these questions.');
  if (respondent.version !== input.seen) return changed();
  const saved = await unlessStale(
    commit(ctx.db, (tx) => [
      exactlyOne(updateRespondent(tx, respondent, { roles }), () => new Stale()),
      ...writeTasks(tx, ofTask(respondent), tasks.length === asked.length ? [] : tasks),
      audited(ctx, tx, 'assessment.ask-change', assessment.id),
    ]),
  );
  return saved ? done(null) : changed();
}

/** `given` counts capabilities that somebody has now; `nobody` names those whose role nobody has. */
export type ByRole = { given: number; nobody: string[] };

/** Gives each capability to whoever has the role that leads it, in place of what they were asked for before. */
export async function assignByRole(
  ctx: ActorContext,
  { id }: Of<typeof assignByRoleInput>,
): Promise<Result<ByRole>> {
  const { db, actor } = ctx;
  const found = await drafted(ctx, id);
  if (!found.ok) return found;
  const { assessment } = found.value;
  const content = await contentOfDraft(ctx, assessment);
  const asked = new Set(questionsOf(groupsOf(content, assessment.questionnaires, null)));
  const capabilities = content.capabilities.filter((each) => asked.has(each.id));
  const people = (await respondentsOf(db, actor.orgId, id)).filter(({ removedAt }) => removedAt === null);
  if (people.every(({ roles }) => roles.length === 0))
    return failed(
      'invalid',
      'Nobody who is asked has a role yet. Open a person and say which roles they have.',
    );
  const { tasks, nobody } = byLeadRole(capabilities, people);
  const saved = await unlessStale(
    commit(db, (tx) => [
      ...people.flatMap((each) => [
        exactlyOne(updateRespondent(tx, each, {}), () => new Stale()),
        ...writeTasks(tx, ofTask(each), tasks.get(each.id) ?? []),
      ]),
      audited(ctx, tx, 'assessment.ask-change', id),
    ]),
  );
  if (!saved) return changed();
  const titles = new Map(capabilities.map(({ id: capability, title }) => [capability, title]));
  return done({
    given: capabilities.length - nobody.length,
    nobody: nobody.flatMap((capability) => titles.get(capability) ?? []),
  });
}

/** Passes a task of the actor's own on to somebody else who is asked. */
export async function giveTask(
  ctx: ActorContext,
  { id, capability, to }: Of<typeof giveTaskInput>,
): Promise<Result<{ to: string }>> {
  const { db, actor } = ctx;
  const found = await askedIn(ctx, { id, respondent: to });
  if (!found.ok) return found;
  const mine = await respondentOfUser(db, actor.orgId, { assessmentId: id, userId: actor.userId });
  const tasks = (await tasksOf(db, actor.orgId, id)).filter(({ respondentId }) => respondentId === mine?.id);
  if (mine === undefined || !tasks.some((each) => each.capability === capability))
    return failed('not-found', 'This question is not given to you (any more).');
  if (mine.id === to) return failed('invalid', 'This question is yours already.');
  if (tasks.length === 1)
    return failed(
      'invalid',
      'It is the last question that you are asked, and who is asked for none is asked for all. Ask a facilitator to take you off the list instead.',
    );
  const theirs = (await tasksOf(db, actor.orgId, id)).filter(({ respondentId }) => respondentId === to);
  const saved = await unlessStale(
    commit(db, (tx) => [
      exactlyOne(updateRespondent(tx, mine, {}), () => new Stale()),
      exactlyOne(updateRespondent(tx, found.value.respondent, {}), () => new Stale()),
      exactlyOne(takeTask(tx, { ...ofTask(mine), capability }), () => new Stale()),
      // Who has no tasks is asked for everything, this among it.
      ...(theirs.length === 0 ? [] : [addTask(tx, { ...ofTask(found.value.respondent), capability })]),
      audited(ctx, tx, 'assessment.ask-change', id),
    ]),
  );
  return saved ? done({ to: found.value.respondent.name }) : changed();
}

const ofTask = ({ orgId, assessmentId, id }: { orgId: string; assessmentId: string; id: string }) => ({
  ...{ orgId, assessmentId, respondentId: id },
});
