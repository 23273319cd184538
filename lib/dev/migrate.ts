import { existsSync } from 'node:fs';

/** `npm run db:migrate`: brings the database that `DATABASE_URL` names, here or in `.env`, up to date; starting the server does the same. */
try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  // The tables are built for one engine when their modules are loaded.
  const { databaseName } = await import('@/db/dialect');
  const { database } = await import('@/db/client');
  const { migrate } = await import('@/db/migrate');
  await migrate(database());
  console.log(`The database ${databaseName} is up to date.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
