/** What of an error stands in the log. */
export type PlainError = {
  type: string;
  message: string;
  code?: string;
  digest?: string;
  stack?: string;
  cause?: PlainError;
};

const DEEPEST = 5;

/**
 * An error as it may be logged: kind, message, code, where it was thrown, and its causes. Everything else that a driver hangs on it is
 * left out, and so is what drizzle puts in the message: the values that were sent to the database, which are people's addresses, answers
 * and hashes.
 */
export function plainError(error: unknown, depth = 1): PlainError {
  if (!isError(error))
    return { type: typeof error, message: typeof error === 'string' ? error : 'not an error' };
  const { code, digest, cause } = error;
  return {
    type: error.name,
    message: messageOf(error),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof digest === 'string' ? { digest } : {}),
    ...(error.stack === undefined ? {} : { stack: frames(error.stack) }),
    ...(isError(cause) && depth < DEEPEST ? { cause: plainError(cause, depth + 1) } : {}),
  };
}

type Thrown = Error & { code?: unknown; digest?: unknown; query?: unknown; params?: unknown };

// By its shape: `instanceof` does not know errors of other realms, such as Jest's, and an error of better-sqlite3 is no native one.
const isError = (error: unknown): error is Thrown =>
  typeof error === 'object' && error !== null && 'message' in error && 'stack' in error;

const messageOf = ({ message, query, params }: Thrown): string =>
  typeof query === 'string' && Array.isArray(params) ? `failed query: ${query}` : message;

/** Without the message, which V8 repeats above the frames. */
const frames = (stack: string): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
