import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne, type Write } from '@/db/commit';
import { insertRespondent, respondentsOf, updateRespondent } from '@/db/respondents';
import { teamById } from '@/db/teams';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { done, failed, Stale, unlessBeaten, type Result } from '../errors';
import { ticked } from '../form-fields';
import type { Mailed } from '../mail';
import { drafted } from './drafted';
import { ensured } from './ensured';
import { addressOfAssessment, askText, mailText, type AskedFor } from './mails';
import { mayBeAsked } from './may-be-asked';

export const askMembersInput = z.object({ org: z.string(), id: z.string(), people: ticked });

export type AskContext = ActorContext & { person: { name: string }; org: { slug: string; name: string } };
export type AskedMembers = { people: { name: string; mailed: Mailed }[] };

/** Asks members who may answer for the team, and tells them by mail. Who was asked before, and removed, is asked again. */
export async function askMembers(
  ctx: AskContext,
  { id, people }: Pick<z.output<typeof askMembersInput>, 'id' | 'people'>,
): Promise<Result<AskedMembers>> {
  const { db, actor, now } = ctx;
  const found = await drafted(ctx, id);
  if (!found.ok) return found;
  const { assessment, row, way } = found.value;
  const [may, before] = await Promise.all([
    mayBeAsked(ctx, assessment.teamId),
    respondentsOf(db, actor.orgId, id),
  ]);
  if (people.length === 0) return failed('invalid', 'Choose whom to ask.');
  const chosen = may.filter(({ userId }) => people.includes(userId));
  if (chosen.length < people.length)
    return failed('invalid', 'Some of these are no members who may answer for this team. Look again.');
  const known = new Map(before.map((each) => [each.userId, each]));
  const asked = chosen.filter(({ userId }) => {
    const was = known.get(userId);
    return was === undefined || was.removedAt !== null;
  });
  if (asked.length === 0) return failed('invalid', 'They are asked already.');
  const by = { invitedBy: actor.userId, invitedAt: now };
  const saved = await unlessBeaten(
    commit(db, (tx) => [
      ...ensured(ctx, tx, id, row),
      ...asked.map(({ userId }): Write => {
        const was = known.get(userId);
        return was === undefined
          ? insertRespondent(tx, {
              ...{ id: ctx.newId(), orgId: actor.orgId, assessmentId: id, userId, recordedBy: null },
              ...{ name: null, email: null, roles: [], ...by },
            })
          : exactlyOne(
              updateRespondent(tx, was, { ...by, removedAt: null, doneAt: null, remindedAt: null }),
              () => new Stale(),
            );
      }),
      audited(ctx, tx, 'assessment.ask', id, { people: asked.length, kind: 'members' }),
    ]),
  );
  if (!saved) return failed('conflict', 'Somebody changed who is asked at this moment. Look again.');
  const words: AskedFor = {
    ...{ organisation: ctx.org.name, title: assessment.title, by: ctx.person.name, way },
    ...{ team: (await teamById(db, actor.orgId, assessment.teamId))?.name ?? '', dueOn: row?.dueOn ?? null },
  };
  const text = askText(words, addressOfAssessment(ctx.org.slug, id));
  return done({
    people: await Promise.all(
      asked.map(async ({ name, email, userId }) => ({
        name,
        // Nobody is told what they just did themself.
        mailed: userId === actor.userId ? ('sent' as const) : await mailText(email, text),
      })),
    ),
  });
}
