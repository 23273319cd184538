import { database } from '@/db/client';
import { databaseName } from '@/db/dialect';
import { migrate, refusal, schemaLevel } from '@/db/migrate';
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

/** A database of a later version, or of another program, is for nobody here to read or write. */
export async function refuseOtherVersions(): Promise<void> {
  const why = refusal(await schemaLevel(database()));
  if (why !== null) throw new BadInput([why]);
}

/** For a command that reads and does not migrate: the database has to have what this version looks for. */
export async function refuseUnmigrated(): Promise<void> {
  await refuseOtherVersions();
  const level = await schemaLevel(database());
  if (level === 'newest') return;
  const is = level === 'none' ? 'was never migrated, so nothing is in it' : 'is of an earlier version';
  throw new BadInput([
    `the database ${databaseName} ${is}. Start the server once, or run npm run db:migrate`,
  ]);
}
