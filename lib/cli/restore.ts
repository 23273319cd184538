import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { InUse, NoBackup, prepareRestore, swap, type Prepared } from '@/db/backup';
import { refusal } from '@/db/migrate';
import { onePositional } from './arguments';
import { inspectedLines, stamp } from './backup';
import { BadInput, fileFault, writingFault } from './bad-input';
import { sqliteDatabase } from './sqlite-database';

/** `rungs restore FILE`: a backup in the place of the database of DATABASE_URL, which is kept beside it. */
export async function restore(args: string[]): Promise<void> {
  const { positional: backup } = onePositional('restore', args, {}, 'FILE');
  const database = sqliteDatabase('restore');
  refuseFile(backup, database);
  const folder = folderBeside(database);
  try {
    const file = path.join(folder, 'rungs.db');
    const prepared = await prepareRestore(backup, file);
    refuseContent(backup, prepared);
    const kept = putInPlace(database, file);
    console.log(inspectedLines(database, prepared).join('\n'));
    if (prepared.from === 'older')
      console.log(`${backup} was of an earlier version and was brought up to date`);
    if (kept !== null) console.log(`What was there is in ${kept}`);
  } catch (error) {
    if (error instanceof NoBackup) throw new BadInput([`${backup} ${error.message}`]);
    throw writingFault(database, error) ?? error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A database is more than one file while a server writes, or after it was killed: a copy of the one alone may lack the newest. */
function refuseFile(backup: string, database: string): void {
  try {
    if (statSync(backup).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
  } catch (error) {
    throw fileFault(backup, error);
  }
  if (existsSync(database) && realpathSync(backup) === realpathSync(database))
    throw new BadInput([`${backup} is the database itself`]);
  if (sizeOf(`${backup}-wal`) > 0)
    throw new BadInput([
      `${backup} has ${path.basename(backup)}-wal beside it, so it is a database and no backup: make one with DATABASE_URL=file:${backup} npm run rungs -- backup`,
    ]);
  if (!existsSync(database) && sizeOf(`${database}-wal`) > 0)
    throw new BadInput([`${database}-wal is there without its database: move it away first`]);
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

function refuseContent(backup: string, { level, from }: Prepared): void {
  if (from === 'none' || from === 'foreign')
    throw new BadInput([`${backup} is an SQLite database, but not one of Rungs`]);
  const why = refusal(level);
  if (why !== null) throw new BadInput([`${backup}: ${why}`]);
}

/** On the same disk, so that the last step is a rename. */
function folderBeside(database: string): string {
  try {
    mkdirSync(path.dirname(database), { recursive: true });
    return mkdtempSync(`${database}.restoring-`);
  } catch (error) {
    throw fileFault(database, error);
  }
}

/** Returns where the database that was there is kept. */
function putInPlace(database: string, file: string): string | null {
  const there = statSync(database, { throwIfNoEntry: false });
  chmodSync(file, there === undefined ? 0o600 : there.mode);
  if (there === undefined) {
    renameSync(file, database);
    return null;
  }
  // An administrator restores what the server's own account has to write.
  if (process.getuid?.() === 0) chownSync(file, there.uid, there.gid);
  const kept = `${database}.before-restore-${stamp(new Date())}`;
  try {
    swap(database, file, kept);
  } catch (error) {
    if (error instanceof InUse)
      throw new BadInput([
        `${database} is in use: stop every server and command that has it open, then run this again`,
      ]);
    if (error instanceof NoBackup)
      throw new BadInput([
        `${database} ${error.message}, so nobody can tell whether a server has it open: stop every server, move it away with the -wal and -shm beside it, then run this again`,
      ]);
    throw error;
  }
  return kept;
}
