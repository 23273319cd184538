import type { Instrumentation } from 'next';

/** Runs once when a server starts, before it answers: whatever is broken stops the start with its reason, not the first visitor. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { start } = await import('./lib/start');
  await start();
}

/** What a page threw, on the way to the person as a digest: the log has both. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, { routePath }) => {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { logPageError } = await import('./lib/log');
  logPageError(error, routePath);
};
