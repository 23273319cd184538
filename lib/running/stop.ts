import 'server-only';
import { setTimeout } from 'node:timers/promises';
import { closeAtExit } from '@/db/client';
import { env } from '../env';
import { log, logBug } from '../log';

/** How long what is under way may take once the server stops. */
const BOUND_MS = 10_000;
/** A terminal sends Ctrl+C to npm and to the server, and npm sends it on: one press is no second signal. */
const ONE_PRESS_MS = 1_000;

const SIGNALS = { SIGTERM: 143, SIGINT: 130 } as const;

type Hook = () => void | Promise<void>;
type Stop = { since: number | null; hooks: Hook[] };

// On `globalThis`, as pages and the start of the server are bundled apart from each other.
const kept = Symbol.for('rungs.stop');
const shared: typeof globalThis & { [kept]?: Stop } = globalThis;

const stop = (): Stop => (shared[kept] ??= { since: null, hooks: [] });

/** Whether this process has been told to stop: it still answers, and wants no new visitors. */
export const isStopping = (): boolean => stop().since !== null;

/** What would keep a stopping server from ending, or must be given up first: run once, before connections are closed. */
export function whenStopping(hook: Hook): void {
  stop().hooks.push(hook);
}

/**
 * Takes SIGTERM and SIGINT from Next.js, which would close at once. The first makes the server not ready, and after
 * `STOP_DELAY_SECONDS`, in which a balancer notices, runs the hooks and hands over to Next.js: no new connections, what is under way is
 * finished, exit. After ten seconds more, or at a second signal, the process ends as it is.
 */
export function stopInOrder(): void {
  closeAtExit();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const before = process.listeners(signal) as ((signal: string) => void)[];
    process.removeAllListeners(signal);
    process.on(signal, () => {
      const { since } = stop();
      if (since === null) void stopOnce(signal, before).catch((error: unknown) => logBug(error, 'stopping'));
      else if (performance.now() - since > ONE_PRESS_MS) endNow(signal, 'a second signal came');
    });
  }
}

async function stopOnce(
  signal: keyof typeof SIGNALS,
  closeServer: readonly ((signal: string) => void)[],
): Promise<void> {
  const delayMs = env().STOP_DELAY_SECONDS * 1_000;
  stop().since = performance.now();
  log.info({ signal, delayMs }, 'stopping');
  globalThis.setTimeout(() => endNow(signal, 'not everything was finished in time'), delayMs + BOUND_MS);
  if (delayMs > 0) await setTimeout(delayMs);
  const hooks = await Promise.allSettled(stop().hooks.map(async (hook) => hook()));
  for (const each of hooks) if (each.status === 'rejected') logBug(each.reason, 'stopping');
  for (const close of closeServer) close(signal);
}

function endNow(signal: keyof typeof SIGNALS, why: string): void {
  log.warn({ signal }, `ending at once: ${why}`);
  process.exit(SIGNALS[signal]);
}
