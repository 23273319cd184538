import 'server-only';
import { countAttempt, deleteAttempts, uncountAttempt } from '@/db/attempts';
import type { Tx } from '@/db/client';
import { commit, exactlyOne } from '@/db/commit';
import { DIRECT } from './client-address';
import type { Context } from './context';
import { done, failed, Stale, unlessStale, type Result } from './errors';
import { signatureOf } from './signature';

/**
 * What may be tried how often. Where what is right is taken back (`takeBack`), only what was wrong counts; nobody who knows their
 * password meets a limit by using it. The sentence is what a refused person reads, before how long they wait.
 */
const LIMITS = {
  /** Wrong passwords for an address from one client. */
  'sign-in': { most: 10, minutes: 15, says: 'Too many wrong passwords for this address.' },
  /** Wrong passwords from one client, for whatever addresses. */
  'sign-in by client': { most: 50, minutes: 15, says: 'Too many wrong passwords from your network.' },
  /** Wrong passwords for an address from everywhere together: this slows, and refuses nobody; see `signIn`. */
  'sign-in by address': { most: 30, minutes: 15, says: 'Too many wrong passwords for this address.' },
  /** The present password, asked again of somebody who is signed in. */
  'password again': { most: 10, minutes: 15, says: 'Too many wrong passwords.' },
  /** Wrong codes within one sign-in, which then starts over. */
  'second step': { most: 5, minutes: 15, says: 'Too many wrong codes.' },
  /** Wrong codes for an account from a client that never signed in to it before. */
  'second factor': { most: 50, minutes: 1_440, says: 'Too many wrong codes for this account.' },
  'sign-up': { most: 10, minutes: 60, says: 'Too many addresses that have an account already.' },
  reset: { most: 5, minutes: 60, says: 'Too many mails were asked for this address.' },
  'reset by client': { most: 20, minutes: 60, says: 'Too many mails were asked for from your network.' },
  /** Mails that somebody who is signed in has sent to an address of theirs. */
  'verify mail': { most: 5, minutes: 60, says: 'Too many mails were asked for.' },
  /** Whole lists of people. */
  'invitation list': { most: 5, minutes: 60, says: 'Too many lists of invitations at a time.' },
  invitation: { most: 100, minutes: 60, says: 'Too many invitations at a time.' },
  /** Downloads. */
  export: { most: 200, minutes: 15, says: 'Too many files at a time.' },
  /** Looking whether a domain publishes a record. */
  'domain check': { most: 20, minutes: 15, says: 'Too many checks of domains at a time.' },
  /** What people without an account send by the link that asks them: a quick one changes an answer every few seconds. */
  'guest answers': { most: 600, minutes: 15, says: 'Too many answers at a time.' },
  check: { most: 300, minutes: 15, says: 'Too many checks at a time.' },
  'verify upload': { most: 30, minutes: 15, says: 'Too many reports to check at a time.' },
} as const;

export type LimitKind = keyof typeof LIMITS;
/** Under which key something is counted: an address, a client, a person. */
export type Counted = readonly [kind: LimitKind, key: string];

/** Where clients cannot be told apart they share one count, of this many times as much. */
const TOGETHER = 20;

type Ctx = Pick<Context, 'db' | 'now'>;

/**
 * Counts one try by this key, before it is looked at, so that a thousand at once are no more than the limit; one upsert, which holds
 * across instances. Windows stand at fixed times: at worst twice the limit passes around the turn of one. The key is kept as a keyed hash.
 */
export async function allowed({ db, now }: Ctx, kind: LimitKind, key: string): Promise<Result<null>> {
  if (await allowedTogether({ db, now }, [[kind, key]])) return done(null);
  const { windowStart } = bucketOf(kind, key, now);
  const seconds = Math.ceil((windowStart.getTime() + windowMs(kind) - now.getTime()) / 1_000);
  return failed('too-many', `${LIMITS[kind].says} Try again in ${waiting(seconds)}.`, {
    retryAfter: seconds,
  });
}

/**
 * Counts one try by each of these keys in one commit, which costs one write to disk. Where one of them refuses, nothing is counted and it
 * is *no*: `allowed` then says which.
 */
export async function allowedTogether({ db, now }: Ctx, keys: readonly Counted[]): Promise<boolean> {
  return unlessStale(commit(db, (tx) => keys.map((key) => counting(tx, key, now))));
}

const counting = (tx: Tx, [kind, key]: Counted, now: Date) => {
  const { most } = LIMITS[kind];
  const limit = key === DIRECT ? most * TOGETHER : most;
  return exactlyOne(countAttempt(tx, bucketOf(kind, key, now), limit), () => new Stale());
};

/** Takes back what was counted for a try that turned out to be right. */
export async function takeBack({ db, now }: Ctx, ...keys: Counted[]): Promise<void> {
  await commit(db, (tx) => keys.map(([kind, key]) => uncountAttempt(tx, bucketOf(kind, key, now))));
}

/** Forgets the windows that are over. */
export async function sweepAttempts({ db, now }: Ctx): Promise<void> {
  const longest = Math.max(...Object.values(LIMITS).map(({ minutes }) => minutes)) * 60_000;
  await commit(db, (tx) => [deleteAttempts(tx, new Date(now.getTime() - longest))]);
}

const windowMs = (kind: LimitKind): number => LIMITS[kind].minutes * 60_000;

function bucketOf(kind: LimitKind, key: string, now: Date) {
  const long = windowMs(kind);
  return {
    key: signatureOf('attempt', kind, key),
    windowStart: new Date(Math.floor(now.getTime() / long) * long),
  };
}

function waiting(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (minutes >= 120) return `${Math.ceil(minutes / 60)} hours`;
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}
