import 'server-only';
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { commit } from '@/db/commit';
import type { Org } from '@/db/schema';
import { insertShare } from '@/db/shares';
import { audited } from '../audited';
import { hashPassword } from '../auth/password';
import type { SignedIn } from '../auth/session';
import type { ActorContext } from '../context';
import { canonical } from '../domain/content';
import { dateText } from '../domain/labels';
import { LIMITS } from '../domain/limits';
import { plainText } from '../domain/schema/answers';
import { withoutTeams, type SharedView } from '../domain/shared-view';
import { env, ONE_ADDRESS } from '../env';
import { done, failed, type Result } from '../errors';
import { sendMail, type Mail, type Mailed } from '../mail';
import { orgOverview } from '../orgs/org-overview';
import { packed } from '../packed';
import { hashOfToken, newToken } from './share-token';

const DAYS = 'a whole number of days from 1 to 365';

export const createShareInput = z.object({
  org: z.string(),
  title: plainText(LIMITS.title).min(1, 'say what the link is for'),
  days: z.coerce.number(DAYS).int(DAYS).min(1, DAYS).max(365, DAYS).default(30),
  code: plainText(LIMITS.title)
    .refine((code) => code === '' || Array.from(code).length >= 6, 'at least 6 characters')
    .default(''),
  to: z
    .string()
    .trim()
    .max(200)
    .refine((to) => to === '' || ONE_ADDRESS.test(to), 'one e-mail address')
    .default(''),
});

/** `mailed` is what became of the mail, and `null` where none was asked for. */
export type CreatedShare = { link: string; expiresAt: string; mailed: Mailed | null };

/**
 * Freezes the scorecard of this moment under a new link. The link is in the answer, and in the mail
 * that was asked for, alone; only a hash of it is kept.
 */
export async function createShare(
  ctx: ActorContext & {
    person: Pick<SignedIn, 'name'>;
    org: Pick<Org, 'name' | 'questionnaires' | 'aims'>;
  },
  { title, days, code, to }: z.output<typeof createShareInput>,
): Promise<Result<CreatedShare>> {
  const { db, actor, now } = ctx;
  const view = await viewOfNow(ctx);
  if (view.scorecard.teams === 0)
    return failed('invalid', 'No team has finished an assessment yet, so there is nothing to share.');
  const token = newToken();
  const id = ctx.newId();
  const hash = hashOfView(view);
  const expiresAt = new Date(now.getTime() + days * 86_400_000);
  const codeHash = code === '' ? null : await hashPassword(code);
  await commit(db, (tx) => [
    insertShare(tx, {
      ...{ id, orgId: actor.orgId, tokenHash: hashOfToken(token), codeHash, title },
      ...{ issueId: null, downloads: null },
      ...{ createdBy: actor.userId, createdAt: now, expiresAt, hash, body: packed(view) },
    }),
    audited(ctx, tx, 'share.create', id, { title, days, withCode: codeHash !== null, hash }),
  ]);
  const link = new URL(`/s/${token}`, env().NEXTAUTH_URL).href;
  const ends = expiresAt.toISOString();
  const mail = invitation({
    organisation: ctx.org.name,
    by: ctx.person.name,
    link,
    ends,
    withCode: code !== '',
  });
  return done({ link, expiresAt: ends, mailed: to === '' ? null : await sendMail({ to, ...mail }) });
}

type Invitation = { organisation: string; by: string; link: string; ends: string; withCode: boolean };

/** The code is not in the mail: who reads the mail of somebody else then still has nothing. */
const invitation = ({ organisation, by, link, ends, withCode }: Invitation): Omit<Mail, 'to'> => ({
  subject: `${organisation}: ML maturity`,
  text: [
    `${by} shares with you where the machine learning teams of ${organisation} stand:`,
    link,
    `It opens without an account until ${dateText(ends)}.${withCode ? ` It asks for a code; ${by} gives it to you in another way.` : ''}`,
    'It shows the teams together as they stood when the link was made, and names none of them.',
  ].join('\n\n'),
});

async function viewOfNow(ctx: Parameters<typeof createShare>[0]): Promise<SharedView> {
  const { name, questionnaires, aims } = ctx.org;
  const { scorecard, takes } = await orgOverview(ctx, questionnaires, { aims });
  const { version, hash } = ctx.content.edition;
  return {
    organisation: name,
    frozenAt: ctx.now.toISOString(),
    edition: { version, hash },
    questionnaires,
    scorecard: withoutTeams(scorecard),
    takes,
  };
}

/** Over the canonical JSON, so that it does not depend on the order of keys. */
const hashOfView = (view: SharedView): string => createHash('sha256').update(canonical(view)).digest('hex');
