import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { updateRespondent, type Asked } from '@/db/respondents';
import { teamById } from '@/db/teams';
import { audited } from '../audited';
import { dayOf } from '../domain/calendar';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { ticked } from '../form-fields';
import type { Mailed } from '../mail';
import type { AskContext } from './ask-members';
import { isGuest } from './ask-guest';
import { drafted } from './drafted';
import { addressOfAssessment, mailText, reminderText, type AskedFor, type Text } from './mails';
import { peopleOf } from './people-of';

export const remindRespondentsInput = z.object({
  org: z.string(),
  id: z.string(),
  /** Ids; where there are none, all who are not done. */
  respondents: ticked,
});

export type RemindedPeople = {
  reminded: { name: string; email: string | null; mailed: Mailed }[];
  /** Who was reminded today already. */
  already: string[];
  /** To pass on by hand, where no mail went out to somebody. */
  text: Text;
};

/** Reminds who is not done, each at most once a day; who is interviewed is asked by whoever writes it down. */
export async function remindRespondents(
  ctx: AskContext,
  input: Omit<z.output<typeof remindRespondentsInput>, 'org'>,
): Promise<Result<RemindedPeople>> {
  const { db, actor, now } = ctx;
  const found = await drafted(ctx, input.id);
  if (!found.ok) return found;
  const { assessment, row, way } = found.value;
  const people = (await peopleOf(ctx, assessment, way)).filter(
    ({ respondent, progress }) =>
      progress.kind !== 'done' &&
      respondent.recordedBy === null &&
      (input.respondents.length === 0 || input.respondents.includes(respondent.id)),
  );
  const today = dayOf(now);
  const isDue = ({ remindedAt }: Asked) => remindedAt === null || dayOf(remindedAt) !== today;
  const due = people.flatMap(({ respondent }) => (isDue(respondent) ? [respondent] : []));
  const already = people.flatMap(({ respondent }) => (isDue(respondent) ? [] : [respondent.name]));
  if (due.length === 0)
    return failed(
      'invalid',
      already.length > 0
        ? 'They were reminded today already. Once a day is enough.'
        : 'Nobody is to be reminded: all who are asked are done.',
    );
  const saved = await unlessStale(
    commit(db, (tx) => [
      ...due.map((each) => exactlyOne(updateRespondent(tx, each, { remindedAt: now }), () => new Stale())),
      audited(ctx, tx, 'assessment.remind', assessment.id, { people: due.length }),
    ]),
  );
  if (!saved) return failed('conflict', 'Somebody reminded or changed them at this moment. Look again.');
  const words: AskedFor = {
    ...{ organisation: ctx.org.name, title: assessment.title, by: ctx.person.name, way },
    ...{ team: (await teamById(db, actor.orgId, assessment.teamId))?.name ?? '', dueOn: row?.dueOn ?? null },
  };
  const link = addressOfAssessment(ctx.org.slug, assessment.id);
  return done({
    reminded: await Promise.all(
      due.map(async (each) => ({
        ...{ name: each.name, email: each.email },
        mailed:
          each.email === null
            ? ('not configured' as const)
            : await mailText(each.email, reminderText(words, isGuest(each) ? null : link)),
      })),
    ),
    already,
    text: reminderText(words, due.every(isGuest) ? null : link),
  });
}
