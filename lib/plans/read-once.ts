import 'server-only';
import type { Db } from '@/db/client';

/** So many are kept of each kind; the oldest go first. */
const MOST = 5_000;

/**
 * Reads what never changes once it is stored, and keeps it as long as the process runs: by its id, so that what is not known yet is read
 * and nothing known is ever stale. Nothing else may be read like this.
 */
export function readOnce<Value>(
  read: (db: Db, orgId: string, ids: readonly string[]) => Promise<Map<string, Value>>,
): typeof read {
  const byDb = new WeakMap<Db, Map<string, Value>>();
  return async (db, orgId, ids) => {
    const kept = byDb.get(db) ?? new Map<string, Value>();
    byDb.set(db, kept);
    const keyOf = (id: string) => `${orgId} ${id}`;
    const unknown = ids.filter((id) => !kept.has(keyOf(id)));
    const found = unknown.length === 0 ? new Map<string, Value>() : await read(db, orgId, unknown);
    const all = new Map<string, Value>();
    for (const id of ids) {
      const value = found.get(id) ?? kept.get(keyOf(id));
      if (value !== undefined) all.set(id, value);
    }
    for (const [id, value] of found) kept.set(keyOf(id), value);
    for (const key of kept.keys()) {
      if (kept.size <= MOST) break;
      kept.delete(key);
    }
    return all;
  };
}
