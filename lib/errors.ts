import { isUniqueViolation } from '@/db/errors';

/** What a use case can say no with; the screen knows what to do with each. Anything else is a bug and is thrown. */
export type FailureCode =
  'invalid' | 'signed-out' | 'forbidden' | 'not-found' | 'conflict' | 'finished' | 'too-many' | 'busy';

export type Failure<Detail = unknown> = {
  ok: false;
  code: FailureCode;
  /** One sentence for the person, naming the thing. */
  message: string;
  /** By the name of the form field. */
  fields?: Record<string, string>;
  /** What the screen needs to offer a way out, such as the other person's version. */
  detail?: Detail;
  /** Seconds after which the same may go through. */
  retryAfter?: number;
};

export type Result<Value, Detail = unknown> = { ok: true; value: Value } | Failure<Detail>;

export const done = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });

export const failed = <Detail = never>(
  code: FailureCode,
  message: string,
  more: { fields?: Record<string, string>; detail?: Detail; retryAfter?: number } = {},
): Failure<Detail> => ({ ok: false, code, message, ...more });

export const HTTP_STATUS: Record<FailureCode, number> = {
  invalid: 422,
  'signed-out': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  finished: 409,
  'too-many': 429,
  busy: 503,
};

/** A guarded write that met another version than the one the decision was made on; the commit is rolled back. */
export class Stale extends Error {
  constructor() {
    super('the row has changed since it was read');
    this.name = 'Stale';
  }
}

/** True when the writes went through, false when a guard found another version. */
export async function unlessStale(write: Promise<void>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof Stale) return false;
    throw error;
  }
}

/** The same, and false too where somebody was quicker and a row of that key is there: of two who write the first one of something. */
export async function unlessBeaten(write: Promise<void>): Promise<boolean> {
  try {
    return await unlessStale(write);
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}
