import 'server-only';
import { isPostgres } from '@/db/dialect';
import { appliedMigration } from '@/db/migrate';
import { databaseTrouble, type Trouble } from '@/db/unavailable';
import { newContext } from './context';
import { logBug } from './log';
import { isStopping } from './running/stop';
import { version } from './version';

export type Health =
  | {
      status: 'ready';
      version: string;
      edition: string;
      database: 'PostgreSQL' | 'SQLite';
      migration: string;
    }
  | { status: 'unavailable'; fails: 'stopping' }
  | { status: 'unavailable'; fails: 'database'; trouble: Trouble | 'other'; reference: string };

/** Whether this instance can serve: not stopping, content read, database answering. What a driver says stands in the log alone. */
export async function health(): Promise<Health> {
  if (isStopping()) return { status: 'unavailable', fails: 'stopping' };
  const { db } = newContext();
  try {
    const migration = await appliedMigration(db);
    return { status: 'ready', ...version(), database: isPostgres ? 'PostgreSQL' : 'SQLite', migration };
  } catch (error) {
    const trouble = databaseTrouble(error) ?? 'other';
    return { status: 'unavailable', fails: 'database', trouble, reference: logBug(error, 'health') };
  }
}

/** The answer of the routes that a balancer asks: 200 where it can serve, 503 with what fails where it cannot. */
export async function healthResponse(): Promise<Response> {
  const state = await health();
  return Response.json(state, {
    status: state.status === 'ready' ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  });
}
