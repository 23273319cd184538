import type { Result } from '../errors';

/** What the person can put right: one line a fault. Ends the command with exit code 2. */
export class BadInput extends Error {
  constructor(lines: string[]) {
    super(lines.join('\n'));
    this.name = 'BadInput';
  }
}

/** What a use case gave; what it refused is the person's to put right, said with what it is about. */
export function valueOf<Value>(result: Result<Value>, about?: string): Value {
  if (result.ok) return result.value;
  throw new BadInput([about === undefined ? result.message : `${about}: ${result.message}`]);
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'is a folder, not a file',
  EACCES: 'may not be opened by this account',
  ENOSPC: 'the disk is full',
};

/** The fault of a file that the system does not let us read or write. */
export function fileFault(file: string, error: unknown): BadInput {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'cannot be opened';
  return new BadInput([`${file}: ${REASONS[code] ?? code}`]);
}

const DISK_FULL = ['SQLITE_FULL', 'ENOSPC'];

/** Why a file cannot be written, if that is what an error says; SQLite names neither the file nor the reason as the system does. */
export function writingFault(output: string, error: unknown): BadInput | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (DISK_FULL.includes(code)) return fileFault(output, Object.assign(new Error(), { code: 'ENOSPC' }));
  if (code.startsWith('SQLITE_IOERR'))
    return new BadInput([`${output}: cannot be written: ${(error as Error).message}`]);
  if (code === 'SQLITE_CANTOPEN' || code === 'SQLITE_READONLY')
    return fileFault(output, Object.assign(new Error(), { code: 'EACCES' }));
  // What better-sqlite3 says of a folder that there is not.
  if (error instanceof TypeError && error.message.includes('directory does not exist'))
    return fileFault(output, Object.assign(new Error(), { code: 'ENOENT' }));
  return /^E[A-Z]+$/.test(code) ? fileFault(output, error) : undefined;
}
