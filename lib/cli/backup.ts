import { existsSync, renameSync, rmSync } from 'node:fs';
import { type Inspected, NoBackup, backUp } from '@/db/backup';
import { database } from '@/db/client';
import { plural } from '../domain/labels';
import { parseOptions } from './arguments';
import { BadInput, writingFault } from './bad-input';
import { sqliteDatabase } from './sqlite-database';

/** `rungs backup [--out FILE]`: the database of DATABASE_URL into one file, while the server runs. */
export async function backup(args: string[]): Promise<void> {
  const { out } = parseOptions('backup', args, { out: { type: 'string' } });
  const file = sqliteDatabase('backup');
  if (!existsSync(file)) throw new BadInput([`${file}: there is no such database`]);
  const output = out ?? `${file}.backup-${stamp(new Date())}`;
  if (output === '') throw new BadInput(['--out: expected the name of a file']);
  if (existsSync(output))
    throw new BadInput([`${output}: is there already; name another file, or delete it`]);
  openOrSay();
  // Several at once do not meet, and what is left of one that was killed is in nobody's way.
  const part = `${output}.${process.pid}.part`;
  try {
    const inspected = await backUp(part);
    renameSync(part, output);
    console.log(inspectedLines(output, inspected).join('\n'));
  } catch (error) {
    throw (
      writingFault(output, error) ??
      (error instanceof NoBackup ? new BadInput([`${file} ${error.message}; no backup was written`]) : error)
    );
  } finally {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${part}${end}`, { force: true });
  }
}

/** What the database itself says names its file already. */
function openOrSay(): void {
  try {
    database();
  } catch (error) {
    throw new BadInput([error instanceof Error ? error.message : String(error)]);
  }
}

/** `2026-11-22T10-40-00Z`, for the name of a file. */
export const stamp = (now: Date): string => `${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;

const LEVELS: Record<Inspected['level'], string> = {
  none: 'not migrated yet',
  foreign: 'not of Rungs',
  older: 'of an earlier version, which is brought up to date when it is restored',
  newest: 'of this version',
  newer: 'of a later version than this program, and only that one can restore it',
};

/** What is in a file that was read as a whole. */
export function inspectedLines(file: string, { level, tables, bytes }: Inspected): string[] {
  const filled = tables.filter(({ rows }) => rows > 0);
  const width = Math.max(0, ...filled.map(({ table }) => table.length));
  const total = tables.reduce((sum, { rows }) => sum + rows, 0);
  return [
    ...filled.map(({ table, rows }) => `${table.padEnd(width)}  ${rows.toLocaleString('en').padStart(9)}`),
    `${file}: ${bytes.toLocaleString('en')} bytes, ${plural(total, 'row')}, whole, ${LEVELS[level]}`,
  ];
}
