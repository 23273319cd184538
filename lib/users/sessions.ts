import 'server-only';
import * as z from 'zod';
import { commit } from '@/db/commit';
import { revokeSessionOfUser, revokeSessionsOfUser, sessionsOfUser } from '@/db/sessions';
import type { SignedIn } from '../auth/session';
import type { Context } from '../context';
import { deviceWords } from '../domain/device-words';
import { done, type Result } from '../errors';
import { dayOf } from '../domain/calendar';

type PersonContext = Context & { person: SignedIn };

export type SessionEntry = { id: string; device: string; lastSeenOn: string; since: string; here: boolean };

/** Where the person is signed in, this browser first. */
export async function listSessions({ db, now, person }: PersonContext): Promise<SessionEntry[]> {
  const rows = await sessionsOfUser(db, person.userId, now);
  const entries = rows.map(({ id, userAgent, createdAt, lastSeenAt }) => ({
    id,
    device: deviceWords(userAgent),
    lastSeenOn: dayOf(lastSeenAt ?? createdAt),
    since: dayOf(createdAt),
    here: id === person.sessionId,
  }));
  return [...entries.filter(({ here }) => here), ...entries.filter(({ here }) => !here)];
}

export const endSessionInput = z.object({ id: z.string().max(100) });

/** Ends one session of the person; of another's nothing happens, as if there were none. */
export async function endSession(
  { db, now, person }: PersonContext,
  { id }: z.output<typeof endSessionInput>,
): Promise<Result<null>> {
  await commit(db, (tx) => [revokeSessionOfUser(tx, { id, userId: person.userId, revokedAt: now })]);
  return done(null);
}

/** Ends all sessions of the person but this one. */
export async function endOtherSessions({ db, now, person }: PersonContext): Promise<Result<null>> {
  const { userId, sessionId } = person;
  await commit(db, (tx) => [revokeSessionsOfUser(tx, { userId, revokedAt: now, except: sessionId })]);
  return done(null);
}
