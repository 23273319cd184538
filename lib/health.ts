import 'server-only';
import { metaValue } from '@/db/meta';
import { newContext } from './context';
import { version } from './version';

/** Whether this instance can serve: content read, database answering. Throws when it cannot. */
export async function health(): Promise<{ status: 'ready'; version: string; edition: string }> {
  await metaValue(newContext().db, 'demo');
  return { status: 'ready', ...version() };
}
