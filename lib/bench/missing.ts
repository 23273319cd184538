import type { Acknowledged } from './crowd';
import { inDatabase } from './in-database';

/** How many of these answers are stored neither as they stand nor among what was replaced. */
export async function missingIn(url: string, acknowledged: readonly Acknowledged[]): Promise<number> {
  const kept = new Map(await inDatabase(url, 'kept'));
  return acknowledged.filter(
    ({ draft, capability, version, note }) => kept.get(`${draft}.${capability}.${version}`) !== note,
  ).length;
}
