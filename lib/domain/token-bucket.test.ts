import { array, assert, integer, property } from 'fast-check';
import { taken, type Bucket } from './token-bucket';

const RATE = { burst: 5, perSecond: 2 };

/** How many of these moments are let through. */
function through(moments: readonly number[]): number {
  let bucket: Bucket = { tokens: RATE.burst, at: moments[0] ?? 0 };
  let count = 0;
  for (const now of moments) {
    const next = taken(bucket, RATE, now);
    if (next === null) continue;
    bucket = next;
    count += 1;
  }
  return count;
}

test('a burst goes through, and after it as many as come in that time', () => {
  expect(through(Array.from({ length: 20 }, () => 0))).toBe(5);
  expect(through([...Array.from({ length: 20 }, () => 0), 499, 500, 501, 1_000])).toBe(7);
});

test('who stays below the rate is never refused', () => {
  expect(through(Array.from({ length: 100 }, (_, index) => index * 500))).toBe(100);
});

test('never more than the burst and what came in goes through, whatever the clock does', () => {
  assert(
    property(array(integer({ min: 0, max: 60_000 }), { maxLength: 300 }), (moments) => {
      const longest = Math.max(0, ...moments) / 1_000;
      expect(through(moments)).toBeLessThanOrEqual(RATE.burst + longest * RATE.perSecond);
    }),
  );
});
