import 'server-only';

// On `globalThis`, as pages and the start of the server are bundled apart from each other.
const awaited = Symbol.for('rungs.jobs.wake');
const shared: typeof globalThis & { [awaited]?: () => void } = globalThis;

/** Tells the runner of this process that there is something to do. It would find it by itself, a little later. */
export function wakeRunner(): void {
  shared[awaited]?.();
}

/** What `wakeRunner` calls from now on. */
export function onWake(wake: () => void): void {
  shared[awaited] = wake;
}
