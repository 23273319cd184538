import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { build } from './build';
import { isFree, run, script, startNext, Stop, untilReady } from './run';

/** `npm run demo`: builds, migrates, seeds and serves. Its database is its own file; whatever `DATABASE_URL` names is not touched. */
const FOLDER = '.data';
const DATABASE = `${FOLDER}/demo.db`;

await script(async () => {
  const port = Number(process.env['PORT'] ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Stop(`PORT=${process.env['PORT']} is not a port number`);
  if (!(await isFree(port)))
    throw new Stop(`Port ${port} is in use. Choose another: PORT=${port + 1} npm run demo`);
  console.log('1/3 Building (about a minute; kept when nothing changed)');
  await build();
  console.log('2/3 Preparing the demo database');
  await prepareDatabase();
  console.log('3/3 Starting');
  await serve(port);
});

/** Seeds into a file of another name first, so that a run cut off in the middle leaves nothing half filled behind. */
async function prepareDatabase(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const seed = (file: string) =>
    run(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'lib/dev/seed-demo.ts'], {
      DATABASE_URL: `file:${file}`,
    });
  if (existsSync(DATABASE)) return seed(DATABASE);
  const half = `${FOLDER}/demo-seeding.db`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${half}${suffix}`, { force: true });
  await seed(half);
  renameSync(half, DATABASE);
  for (const suffix of ['-wal', '-shm']) rmSync(`${half}${suffix}`, { force: true });
  return undefined;
}

async function serve(port: number): Promise<void> {
  const address = `http://localhost:${port}`;
  const server = startNext(port, {
    DATABASE_URL: `file:./${DATABASE}`,
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    RUNGS_DEMO: '1',
    SIGNUP: 'open',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.kill(signal));
  try {
    await untilReady(address, server);
  } catch (error) {
    server.kill();
    throw error;
  }
  console.log(`\nRungs is ready: ${address}\nStop it with Ctrl+C. Delete ${DATABASE} to begin anew.`);
  await new Promise((resolve) => server.once('exit', resolve));
}
