/** What may be spent now, as it was at `at` in milliseconds. */
export type Bucket = { tokens: number; at: number };

export type Rate = { burst: number; perSecond: number };

/** The bucket after one was taken at `now`; `null` where none is there. It fills up steadily, to `burst` at most. */
export function taken({ tokens, at }: Bucket, { burst, perSecond }: Rate, now: number): Bucket | null {
  const there = Math.min(burst, tokens + (Math.max(0, now - at) / 1_000) * perSecond);
  return there < 1 ? null : { tokens: there - 1, at: Math.max(now, at) };
}
