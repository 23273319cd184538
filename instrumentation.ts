/** Runs once when a server starts, before it answers: whatever is broken stops the start with its reason, not the first visitor. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { start } = await import('./lib/start');
  await start();
}
