import { database } from '@/db/client';
import { migrate } from '@/db/migrate';
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
  await migrate(database());
  return newContext();
}
