import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import startPostgres from '../db/test-postgres.mjs';
import stopPostgres from '../db/test-postgres-stop.mjs';
import { type Environment, freePort, run, startNext, untilReady } from '../lib/dev/run';

const SECRET = 'only for the browser journeys, never anywhere else';
process.env['E2E_SECRET'] = SECRET;

/** Starts both servers and leaves their addresses in `DEMO_URL` and `EMPTY_URL`; returns how to stop them. */
export default async function startServers(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rungs-e2e-'));
  await startPostgres();
  const demoDatabase = `file:${path.join(folder, 'demo.db')}`;
  await run(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'lib/dev/seed-demo.ts'], {
    DATABASE_URL: demoDatabase,
  });
  // As it was filled, for tests that compare the whole of it.
  process.env['PRISTINE_DEMO'] = path.join(folder, 'pristine.db');
  copyDatabase(path.join(folder, 'demo.db'), process.env['PRISTINE_DEMO']);
  const demo = await serve({ DATABASE_URL: demoDatabase, RUNGS_DEMO: '1' });
  // RUNGS_DEMO is set here too: without the demo's database it must open nothing.
  const empty = await serve({ DATABASE_URL: process.env['PG_URL'] ?? '', RUNGS_DEMO: '1' });
  process.env['DEMO_URL'] = demo.address;
  process.env['DEMO_DATABASE'] = path.join(folder, 'demo.db');
  process.env['EMPTY_URL'] = empty.address;
  process.env['EMPTY_DATABASE'] = process.env['PG_URL'] ?? '';
  return async () => {
    demo.server.kill();
    empty.server.kill();
    await Promise.all(
      [demo, empty].map(({ server }) => new Promise((resolve) => server.once('exit', resolve))),
    );
    await stopPostgres();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** With what SQLite may still keep in a file beside it. */
function copyDatabase(from: string, to: string): void {
  const database = new Sqlite(from);
  database.prepare('vacuum into ?').run(to);
  database.close();
}

async function serve(env: Environment) {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const server = startNext(port, {
    ...env,
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: SECRET,
    SIGNUP: 'open',
    LOG_LEVEL: 'warn',
  });
  await untilReady(address, server);
  return { address, server };
}
