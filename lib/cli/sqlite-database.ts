import { sqliteFile } from '@/db/client';
import { databaseUrl, isPostgres } from '@/db/dialect';
import { BadInput } from './bad-input';

/** The file of the installation; on PostgreSQL there is none, and its own tools do this. */
export function sqliteDatabase(command: string): string {
  if (isPostgres)
    throw new BadInput([
      `rungs ${command} is for SQLite, and this installation is on PostgreSQL: use pg_dump and pg_restore (docs/operations.md, Back up and restore)`,
    ]);
  const file = sqliteFile(databaseUrl);
  if (file === ':memory:') throw new BadInput([`rungs ${command}: DATABASE_URL names no file`]);
  return file;
}
