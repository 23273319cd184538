/** What the person can put right: one line a fault. Ends the command with exit code 2. */
export class BadInput extends Error {
  constructor(lines: string[]) {
    super(lines.join('\n'));
    this.name = 'BadInput';
  }
}
