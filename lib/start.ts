import 'server-only';
import { randomUUID } from 'node:crypto';
import { database } from '@/db/client';
import { databaseName } from '@/db/dialect';
import { migrate } from '@/db/migrate';
import { databaseTrouble, remedyFor } from '@/db/unavailable';
import { emptyOldBins } from './assessments/delete-assessment';
import { sealOldLines } from './audit/seal-old-lines';
import { content } from './content/load';
import { env } from './env';
import { startRunner } from './jobs/runner';
import { log, logBug } from './log';
import { deleteDueOrgs } from './orgs/delete-org';
import { rebuildMissingStandings } from './plans/sum-standings';
import { sweepAttempts } from './rate-limit';
import { rebuildMissingRollups } from './rollups/rebuild-rollups';
import { logConsole } from './running/console-lines';
import { measureProcess } from './running/measure-process';
import { releaseAborted } from './running/release-aborted';
import { readRoutes } from './running/route-pattern';
import { stopInOrder } from './running/stop';
import { watchRequests } from './running/watch-requests';
import { deleteDueAccounts } from './users/delete-due-accounts';
import { sweepLinks } from './users/secret-links';

const DAY_MS = 86_400_000;

/** Now, as a step of the start, and once a day; a day on which it fails is made up for by the next. */
async function keepBinsShort(): Promise<void> {
  await sweep();
  setInterval(() => {
    sweep().catch((error: unknown) => logBug(error, 'bins'));
  }, DAY_MS).unref();
}

async function sweep(): Promise<void> {
  const ctx = { db: database(), now: new Date(), newId: randomUUID };
  await emptyOldBins(ctx);
  await deleteDueOrgs(ctx);
  await deleteDueAccounts(ctx);
  await sweepAttempts(ctx);
  await sweepLinks(ctx);
}

/** Checks the environment, reads the content and brings the database up to date. Ends the process with the reason where one fails. */
export async function start(): Promise<void> {
  try {
    env();
    content();
    await migrate(database());
    await sealOldLines({ db: database(), now: new Date(), newId: randomUUID });
    await rebuildMissingRollups({ db: database(), now: new Date() });
    await rebuildMissingStandings({ db: database(), now: new Date() });
    await keepBinsShort();
    startRunner();
    stopInOrder();
    releaseAborted();
    measureProcess();
    watchRequests(readRoutes());
    if (env().NODE_ENV === 'production') logConsole();
  } catch (error) {
    log.fatal(reasonOf(error));
    process.exit(1);
  }
}

/** A driver's own words name no database: `database disk image is malformed`, `connect ECONNREFUSED`. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [trouble, remedy] = [databaseTrouble(error), remedyFor(error)];
  return trouble === null || message.startsWith('cannot open the database')
    ? message
    : `the database ${databaseName} is not at hand (${trouble}): ${innermost(error)}${remedy === null ? '' : `. ${remedy}`}`;
}

const innermost = (error: unknown): string =>
  error instanceof Error && error.cause !== undefined ? innermost(error.cause) : String(error);
