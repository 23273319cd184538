const UNIQUE_VIOLATIONS = ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505'];

const FOREIGN_KEY_VIOLATIONS = ['SQLITE_CONSTRAINT_FOREIGNKEY', '23503'];

// PostgreSQL: serialization failure and deadlock. The commit was rolled back and may simply be tried again.
const RETRYABLE = ['40001', '40P01'];

/** Whether a commit failed because such a row exists already: an email, a slug, an answer. */
export function isUniqueViolation(error: unknown): boolean {
  return codesOf(error).some((code) => UNIQUE_VIOLATIONS.includes(code));
}

/** Whether a commit failed because other rows hold on to one that it deletes. */
export function isForeignKeyViolation(error: unknown): boolean {
  return codesOf(error).some((code) => FOREIGN_KEY_VIOLATIONS.includes(code));
}

/** Whether the same commit may succeed if it is tried again as it is. */
export function isRetryable(error: unknown): boolean {
  return codesOf(error).some((code) => RETRYABLE.includes(code));
}

/** The codes of the driver, outermost first: drizzle wraps the errors of PostgreSQL, and leaves those of SQLite as they are. */
export function codesOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return [];
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  return 'cause' in error ? [...code, ...codesOf(error.cause)] : code;
}
