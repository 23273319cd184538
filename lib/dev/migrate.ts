import { database } from '@/db/client';
import { migrate } from '@/db/migrate';

/** `npm run db:migrate`: brings the database that `DATABASE_URL` names up to date; starting the server does the same. */
await migrate(database());
console.log('The database is up to date.');
