import 'server-only';
import { guestByTokenHash } from '@/db/respondents';
import type { Context } from '../context';
import { done, failed, type Failure, type Result } from '../errors';
import { hashOfToken } from '../secret-token';
import { ownRefusal, type Answerer } from './save-own';

/** Why a guest's link leads to no questions; nothing of the organisation is in it. */
export type Closed = 'unknown' | 'expired' | 'removed' | 'opened' | 'finished';

const SENTENCES: Record<Closed, string> = {
  unknown: 'This link is not valid. It may be mistyped, cut short, or replaced by a newer one.',
  expired: 'This link has expired. Ask whoever sent it for a new one.',
  removed: 'You are no longer asked. What you answered was kept, and is not counted.',
  opened: 'The answers are opened: nobody changes what they said alone any more. Thank you.',
  finished: 'This assessment is over, and takes no more answers. Thank you.',
};

export const closedSentence = (closed: Closed): string => SENTENCES[closed];

type Ctx = Pick<Context, 'db' | 'now'>;

/** The guest of a link while it may be answered by it. The detail of a refusal is which of the reasons it is. */
export async function guestOf({ db, now }: Ctx, token: string): Promise<Result<Answerer, Closed>> {
  const found = await guestByTokenHash(db, hashOfToken(token));
  if (found === undefined) return closed('unknown');
  const { respondent, expiresAt, assessment, gathering } = found;
  if (respondent.removedAt !== null) return closed('removed');
  if (gathering.openedAt !== null) return closed('opened');
  const who = { userId: null, respondent, assessment, gathering };
  if (ownRefusal(who) !== null) return closed('finished');
  // Last, so that nobody asks for a new link in vain.
  return expiresAt.getTime() <= now.getTime() ? closed('expired') : done(who);
}

const closed = (why: Closed): Failure<Closed> =>
  failed(why === 'unknown' ? 'not-found' : 'finished', SENTENCES[why], { detail: why });
