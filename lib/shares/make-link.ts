import 'server-only';
import { commit } from '@/db/commit';
import type { AuditDetail } from '@/db/schema/audit';
import type { Share } from '@/db/schema/reports';
import { insertShare } from '@/db/shares';
import { audited } from '../audited';
import { hashPassword } from '../auth/password';
import type { SignedIn } from '../auth/session';
import type { ActorContext } from '../context';
import { dateText } from '../domain/labels';
import { env } from '../env';
import { sendMail, type Mailed } from '../mail';
import type { LinkFields } from './link-fields';
import { hashOfToken, newToken } from '../secret-token';

/** `mailed` is what became of the mail, and `null` where none was asked for. */
export type CreatedShare = { link: string; expiresAt: string; mailed: Mailed | null };

export type LinkContext = ActorContext & { person: Pick<SignedIn, 'name'>; org: { name: string } };

type Opens = Pick<Share, 'hash' | 'body' | 'issueId' | 'downloads'> & {
  detail: AuditDetail;
  /** What the mail says beside the link. */
  mail: { subject: string; before: string; after: string };
};

/** Keeps a new link. The link is in the answer, and in the mail that was asked for, alone; only a hash of it is kept. */
export async function makeLink(
  ctx: LinkContext,
  { title, days, code, to }: Omit<LinkFields, 'org'>,
  { hash, body, issueId, downloads, detail, mail }: Opens,
): Promise<CreatedShare> {
  const { db, actor, now } = ctx;
  const token = newToken();
  const id = ctx.newId();
  const expiresAt = new Date(now.getTime() + days * 86_400_000);
  const codeHash = code === '' ? null : await hashPassword(code);
  await commit(db, (tx) => [
    insertShare(tx, {
      ...{ id, orgId: actor.orgId, tokenHash: hashOfToken(token), codeHash, title, issueId, downloads },
      ...{ createdBy: actor.userId, createdAt: now, expiresAt, hash, body },
    }),
    audited(ctx, tx, 'share.create', id, { title, days, withCode: codeHash !== null, hash, ...detail }),
  ]);
  const link = new URL(`/s/${token}`, env().NEXTAUTH_URL).href;
  const ends = expiresAt.toISOString();
  // The code is not in the mail: who reads the mail of somebody else then still has nothing.
  const asks =
    codeHash === null ? '' : ` It asks for a code; ${ctx.person.name} gives it to you in another way.`;
  const text = [
    mail.before,
    link,
    `It opens without an account until ${dateText(ends)}.${asks}`,
    mail.after,
  ].join('\n\n');
  const mailed = to === '' ? null : await sendMail({ to, subject: mail.subject, text });
  return { link, expiresAt: ends, mailed };
}
