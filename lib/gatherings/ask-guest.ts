import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import {
  insertRespondent,
  respondentsOf,
  updateRespondent,
  upsertGuestLink,
  type Asked,
} from '@/db/respondents';
import type { Assessment } from '@/db/schema/assessments';
import type { Gathering } from '@/db/schema/gatherings';
import { teamById } from '@/db/teams';
import { audited } from '../audited';
import { normalEmail } from '../domain/email-address';
import { LIMITS } from '../domain/limits';
import { plainText } from '../domain/schema/answers';
import { emailSchema } from '../domain/schema/email-address';
import { env } from '../env';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import type { Mailed } from '../mail';
import { hashOfToken, newToken } from '../secret-token';
import type { AskContext } from './ask-members';
import { askedIn, drafted } from './drafted';
import { askGuestText, mailText } from './mails';

/** How long a guest's link works; it is renewed by another one. */
export const GUEST_DAYS = 30;

export const askGuestInput = z.object({
  org: z.string(),
  id: z.string(),
  name: plainText(LIMITS.title).min(1, 'say what to call them'),
  email: emailSchema,
});

export const newLinkInput = z.object({ org: z.string(), id: z.string(), respondent: z.string() });

/** `link` is shown to who asks, this once and to be passed on, where no mail went out. */
export type AskedGuest = { name: string; email: string; mailed: Mailed; link: string | null };

/** Asks somebody without an account by a link that is theirs alone. */
export async function askGuest(
  ctx: AskContext,
  { id, name, email: typed }: Omit<z.output<typeof askGuestInput>, 'org'>,
): Promise<Result<AskedGuest>> {
  const { db, actor, now } = ctx;
  const found = await drafted(ctx, id);
  if (!found.ok) return found;
  const { assessment, row } = found.value;
  if (row?.way !== 'alone' || !row.guests)
    return failed(
      'invalid',
      'Guests may be asked where each answers alone and guests are allowed. Set that first.',
    );
  const email = normalEmail(typed);
  const people = await respondentsOf(db, actor.orgId, id);
  if (people.some((each) => each.email === email && each.removedAt === null))
    return failed('invalid', `${email} is asked already.`, { fields: { email: 'Is asked already.' } });
  const { token, link } = aLink(ctx);
  const respondent = {
    ...{ id: ctx.newId(), orgId: actor.orgId, assessmentId: id, userId: null, recordedBy: null },
    ...{ name, email, roles: [], invitedBy: actor.userId, invitedAt: now },
  };
  await commit(db, (tx) => [
    insertRespondent(tx, respondent),
    upsertGuestLink(tx, { ...link, respondentId: respondent.id }),
    audited(ctx, tx, 'assessment.ask', id, { people: 1, kind: 'guest' }),
  ]);
  return done(await told(ctx, { assessment, row, name, email, token, until: link.expiresAt }));
}

/** Gives a guest another link; the one before ends. */
export async function newGuestLink(
  ctx: AskContext,
  input: Omit<z.output<typeof newLinkInput>, 'org'>,
): Promise<Result<AskedGuest>> {
  const found = await askedIn(ctx, input);
  if (!found.ok) return found;
  const { assessment, row, respondent } = found.value;
  const { email, name } = respondent;
  if (!isGuest(respondent) || email === null || row === undefined)
    return failed('invalid', `${name} is no guest, and needs no link.`);
  const { token, link } = aLink(ctx);
  const saved = await unlessStale(
    commit(ctx.db, (tx) => [
      exactlyOne(updateRespondent(tx, respondent, {}), () => new Stale()),
      upsertGuestLink(tx, { ...link, respondentId: respondent.id }),
      audited(ctx, tx, 'assessment.ask-change', assessment.id),
    ]),
  );
  if (!saved) return failed('conflict', 'Somebody changed this respondent at this moment. Look again.');
  return done(await told(ctx, { assessment, row, name, email, token, until: link.expiresAt }));
}

export const isGuest = ({ userId, recordedBy }: Pick<Asked, 'userId' | 'recordedBy'>): boolean =>
  userId === null && recordedBy === null;

function aLink({ actor, now }: AskContext) {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + GUEST_DAYS * 86_400_000);
  return { token, link: { orgId: actor.orgId, tokenHash: hashOfToken(token), createdAt: now, expiresAt } };
}

type Telling = {
  assessment: Assessment;
  row: Gathering;
  name: string;
  email: string;
  token: string;
  until: Date;
};

async function told(
  ctx: AskContext,
  { assessment, row, name, email, token, until }: Telling,
): Promise<AskedGuest> {
  const link = new URL(`/answer/${token}`, env().NEXTAUTH_URL).href;
  const team = (await teamById(ctx.db, ctx.actor.orgId, assessment.teamId))?.name ?? '';
  const words = {
    ...{ organisation: ctx.org.name, team, title: assessment.title, by: ctx.person.name },
    ...{ way: row.way, dueOn: row.dueOn },
  };
  const mailed = await mailText(email, askGuestText(words, link, until));
  return { name, email, mailed, link: mailed === 'sent' ? null : link };
}
