import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Environment, freePort, startNext, untilReady } from '../lib/dev/run';

export type OwnServer = {
  address: string;
  process: ChildProcess;
  /** Where its database and whatever else it may need are. */
  folder: string;
  /** All that it has printed. */
  printed: () => string;
  stop: () => Promise<void>;
};

/** The built application on an empty database of its own, for what would disturb other journeys. */
export async function startOwnServer(env: Environment = {}): Promise<OwnServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rungs-own-'));
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const server = startNext(
    port,
    {
      ...{ DATABASE_URL: `file:${path.join(folder, 'own.db')}`, NEXTAUTH_URL: address },
      ...{
        NEXTAUTH_SECRET: 'only for the browser journeys, nothing else',
        SIGNUP: 'open',
        LOG_LEVEL: 'warn',
      },
      ...env,
    },
    'pipe',
  );
  let printed = '';
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  await untilReady(address, server).catch((error: unknown) => {
    throw new Error(`the server did not start:\n${printed}`, { cause: error });
  });
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  return { address, process: server, folder, printed: () => printed, stop };
}
