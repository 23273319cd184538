import { database } from '@/db/client';
import { migrate } from '@/db/migrate';

/** `npm run db:migrate`: brings the database that `DATABASE_URL` names up to date; starting the server does the same. */
try {
  await migrate(database());
  console.log('The database is up to date.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
