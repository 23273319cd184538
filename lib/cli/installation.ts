import { database } from '@/db/client';
import { databaseName } from '@/db/dialect';
import { migrate, refusal, schemaLevel, type SchemaLevel } from '@/db/migrate';
import { newContext, type Context } from '../context';
import { env } from '../env';
import { BadInput } from './bad-input';

/** The installation that the environment names, with its database as this version wants it. */
export async function installation(): Promise<Context> {
  try {
    env();
  } catch (error) {
    throw new BadInput([error instanceof Error ? error.message : String(error)]);
  }
  await refuseOtherVersions();
  await migrate(database());
  return newContext();
}

/** A database of a later version, or of another program, is for nobody here to read or write; gives the level of one that is. */
export async function refuseOtherVersions(): Promise<SchemaLevel> {
  const level = await schemaLevel(database());
  const why = refusal(level);
  if (why !== null) throw new BadInput([why]);
  return level;
}

/** For a command that reads and does not migrate: the database has to have what this version looks for. */
export async function refuseUnmigrated(): Promise<void> {
  const level = await refuseOtherVersions();
  if (level === 'newest') return;
  const is = level === 'none' ? 'was never migrated, so nothing is in it' : 'is of an earlier version';
  throw new BadInput([
    `the database ${databaseName} ${is}. Start the server once, or run npm run db:migrate`,
  ]);
}
