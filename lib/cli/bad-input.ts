/** What the person can put right: one line a fault. Ends the command with exit code 2. */
export class BadInput extends Error {
  constructor(lines: string[]) {
    super(lines.join('\n'));
    this.name = 'BadInput';
  }
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
