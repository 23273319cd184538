import { codesOf } from './errors';

/** Why a database that is in order otherwise does not do what it is asked. */
export type Trouble = 'away' | 'lost' | 'full' | 'read-only' | 'damaged';

const CODES: readonly (readonly [RegExp, Trouble])[] = [
  // Nobody there, too many there, starting or going down: nothing was begun.
  [/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|53300|57P03|08001|08004)$/, 'away'],
  // Gone in the middle: what was under way may have been stored.
  [/^(ECONNRESET|EPIPE|57P01|57P02|08000|08003|08006|08007)$/, 'lost'],
  [/^(SQLITE_FULL|53100)$/, 'full'],
  [/^(SQLITE_READONLY.*|25006)$/, 'read-only'],
  [/^(SQLITE_BUSY.*|SQLITE_LOCKED.*)$/, 'away'],
  [/^(SQLITE_IOERR.*|SQLITE_CANTOPEN.*|SQLITE_CORRUPT.*|SQLITE_NOTADB|XX001|XX002)$/, 'damaged'],
];

// pg gives these no code.
const WORDS: readonly (readonly [RegExp, Trouble])[] = [
  [/^timeout exceeded when trying to connect$/, 'away'],
  [/^Connection terminated due to connection timeout$/, 'away'],
  [
    /^(Connection terminated( unexpectedly)?|Client has encountered a connection error and is not queryable)$/,
    'lost',
  ],
];

/** The file of an open SQLite database is no longer where it was, so that nobody would find what is written now. */
export class FileGone extends Error {
  constructor(file: string) {
    super(`the database ${file} was removed or replaced while it was open`);
    this.name = 'FileGone';
  }
}

/** A file without a byte, which SQLite would take for a new database: an installation would begin anew unnoticed. */
export class EmptyFile extends Error {
  constructor() {
    super('it is empty');
    this.name = 'EmptyFile';
  }
}

/** What keeps the database from answering, or `null` where an error is of another kind, such as a mistake of ours. */
export function databaseTrouble(error: unknown): Trouble | null {
  if (messagesOf(error).some(({ name }) => name === 'FileGone')) return 'damaged';
  const codes = codesOf(error);
  for (const [pattern, trouble] of CODES) if (codes.some((code) => pattern.test(code))) return trouble;
  const said = messagesOf(error).map(({ message }) => message);
  for (const [pattern, trouble] of WORDS) if (said.some((text) => pattern.test(text))) return trouble;
  return null;
}

function messagesOf(error: unknown): Error[] {
  return error instanceof Error ? [error, ...messagesOf(error.cause)] : [];
}

const WRITABLE = 'Let the account that runs Rungs write the file and its folder';
const BACKUP = 'Stop Rungs and restore a backup (docs/operations.md, Back up and restore)';

const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/^(SQLITE_READONLY.*|SQLITE_CANTOPEN.*|EACCES|EPERM|EROFS)$/, WRITABLE],
  [/^SQLITE_NOTADB$/, `Name another file in DATABASE_URL, or restore a backup`],
  [/^(SQLITE_CORRUPT.*|SQLITE_IOERR.*)$/, BACKUP],
  [/^SQLITE_FULL$/, 'Make room on its disk'],
];

/** What whoever runs the installation does about a file of SQLite that does not serve; `null` where the driver's words have to do. */
export function remedyFor(error: unknown): string | null {
  if (messagesOf(error).some(({ name }) => name === 'EmptyFile'))
    return 'Restore a backup, or delete it to begin a new installation';
  const codes = codesOf(error);
  return REMEDIES.find(([pattern]) => codes.some((code) => pattern.test(code)))?.[1] ?? null;
}
