import 'server-only';
import { database } from '@/db/client';
import { migrate } from '@/db/migrate';
import { content } from './content/load';
import { env } from './env';
import { log } from './log';

/** Checks the environment, reads the content and brings the database up to date. Ends the process with the reason where one fails. */
export async function start(): Promise<void> {
  try {
    env();
    content();
    await migrate(database());
  } catch (error) {
    log.fatal(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
