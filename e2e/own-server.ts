import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, startNext, untilReady } from '../lib/dev/run';

export type OwnServer = { address: string; process: ChildProcess; stop: () => Promise<void> };

/** The built application on an empty database of its own, for what would disturb other journeys. */
export async function startOwnServer(): Promise<OwnServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rungs-own-'));
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const server = startNext(port, {
    ...{ DATABASE_URL: `file:${path.join(folder, 'own.db')}`, NEXTAUTH_URL: address },
    ...{ NEXTAUTH_SECRET: 'only for the browser journeys, nothing else', SIGNUP: 'open', LOG_LEVEL: 'warn' },
  });
  await untilReady(address, server);
  const stop = async () => {
    const ended = once(server, 'exit');
    server.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { address, process: server, stop };
}
