import './auth/testing';
import { minutesLater, NOON } from '@/db/fixtures';
import { attempt } from '@/db/schema/people';
import { freshDb } from '@/db/testing';
import { allowed, sweepAttempts, takeBack, type LimitKind } from './rate-limit';

const fresh = freshDb();

const tries = async (kind: LimitKind, key: string, times: number, now = NOON) => {
  const results = [];
  for (let time = 0; time < times; time += 1) results.push(await allowed({ db: fresh.db, now }, kind, key));
  return results.map(({ ok }) => ok);
};

test('as many as may be go through, the next is refused with the minutes to wait, and another key is not touched', async () => {
  expect(await tries('sign-in', 'ana', 10)).not.toContain(false);
  expect(await allowed({ db: fresh.db, now: minutesLater(4) }, 'sign-in', 'ana')).toEqual({
    ok: false,
    code: 'too-many',
    message: 'Too many wrong passwords for this address. Try again in 11 minutes.',
    retryAfter: 660,
  });
  expect(await tries('sign-in', 'ben', 1)).toEqual([true]);
  expect(await tries('sign-in by client', 'ana', 1)).toEqual([true]);
});

test('of many at once no more go through than one after the other', async () => {
  const results = await Promise.all(
    Array.from({ length: 30 }, () => allowed({ db: fresh.db, now: NOON }, 'sign-in', 'ana')),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(10);
});

test('a new window begins anew', async () => {
  await tries('sign-in', 'ana', 11);
  expect(await tries('sign-in', 'ana', 1, minutesLater(15))).toEqual([true]);
});

test('what was right is taken back, however often', async () => {
  const ctx = { db: fresh.db, now: NOON };
  for (let time = 0; time < 30; time += 1) {
    expect(await allowed(ctx, 'sign-in', 'ana')).toMatchObject({ ok: true });
    await takeBack(ctx, ['sign-in', 'ana']);
  }
  await takeBack(ctx, ['sign-in', 'ana']);
  expect(await tries('sign-in', 'ana', 11)).toEqual([...Array<boolean>(10).fill(true), false]);
});

test('clients that cannot be told apart share a count twenty times as large', async () => {
  expect(await tries('sign-up', 'direct', 200)).not.toContain(false);
  expect(await tries('sign-up', 'direct', 1)).toEqual([false]);
});

test('no key is kept in clear, and windows that are over are swept, those that count are not', async () => {
  await tries('sign-in', 'ana@harbour.example', 10);
  expect(JSON.stringify(await fresh.db.select().from(attempt))).not.toContain('ana');
  await sweepAttempts({ db: fresh.db, now: minutesLater(10) });
  expect(await tries('sign-in', 'ana@harbour.example', 1)).toEqual([false]);
  await sweepAttempts({ db: fresh.db, now: minutesLater(2 * 1_440) });
  expect(await fresh.db.$count(attempt)).toBe(0);
});
