import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';

/** Variables on top of this process's own. */
export type Environment = Record<string, string>;

/** Ends a script with a message for the person and no stack. */
export class Stop extends Error {}

/** Runs a command to its end with its output shown; throws `Stop` when it fails. */
export async function run(command: string, args: string[], env: Environment = {}): Promise<void> {
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Stop(`${command} ${args.join(' ')} failed`);
}

/** A program of this project's dependencies, started by Node itself: no shell, no npx. */
export const nodeScript = (file: string, ...args: string[]): [string, string[]] => [
  process.execPath,
  [file, ...args],
];

export const NEXT = 'node_modules/next/dist/bin/next';

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}

export async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}

/** Starts the built application; its output goes where `log` says. */
export function startNext(
  port: number,
  env: Environment,
  log: 'inherit' | 'ignore' | 'pipe' = 'inherit',
): ChildProcess {
  const [node, args] = nodeScript(NEXT, 'start', '--port', String(port));
  return spawn(node, args, { stdio: ['ignore', log, log], env: { ...process.env, ...env } });
}

/** Waits until the health route answers; throws `Stop` when the server ends first or takes longer than a minute. */
export async function untilReady(address: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (server.exitCode !== null) throw new Stop('the server ended before it was ready; the reason is above');
    const response = await fetch(`${address}/api/health`).catch(() => null);
    if (response?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Stop(`${address} did not answer within a minute`);
}

/** Runs a script's main function; a `Stop` ends it with its message and exit code 1. */
export async function script(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
