import { withClient } from './test-postgres.mjs';

/** Leaves a foreign server as it was found; our own goes with its folder. */
export default async function stopPostgres() {
  if (globalThis.embeddedPostgres) return globalThis.embeddedPostgres.stop();
  return withClient(process.env.PG_URL, (client) => client.query(`drop database ${process.env.PG_TEMPLATE}`));
}
