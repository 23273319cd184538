import 'server-only';
import { metaValue } from '@/db/meta';
import type { Context } from '../context';
import { env } from '../env';

/** The mark that `npm run demo` leaves in the database it made; nothing else sets it. */
export const DEMO_MARK = { key: 'demo', value: 'made by npm run demo' } as const;

/** Whether the three doors exist: the process was started as the demo, on a database that the demo made. Both, or no. */
export async function isDemo({ db }: Pick<Context, 'db'>): Promise<boolean> {
  return env().RUNGS_DEMO === '1' && (await metaValue(db, DEMO_MARK.key)) === DEMO_MARK.value;
}
