import 'server-only';
import { sharesOf } from '@/db/shares';
import type { ActorContext } from '../context';
import { closedBecause } from './usable-share';

export type ListedShare = {
  id: string;
  title: string;
  by: string;
  withCode: boolean;
  createdAt: string;
  expiresAt: string;
  /** Why it opens nothing any more; `null` while it does. */
  closed: ReturnType<typeof closedBecause>;
  opened: number;
  lastOpenedAt: string | null;
  hash: string;
};

/** The links of the organisation, newest first. */
export async function listShares({ db, actor, now }: ActorContext): Promise<ListedShare[]> {
  const entries = await sharesOf(db, actor.orgId);
  return entries.map((entry) => ({
    id: entry.id,
    title: entry.title,
    by: entry.createdByName,
    withCode: entry.withCode,
    createdAt: entry.createdAt.toISOString(),
    expiresAt: entry.expiresAt.toISOString(),
    closed: closedBecause(entry, now),
    opened: entry.opened,
    lastOpenedAt: entry.lastOpenedAt?.toISOString() ?? null,
    hash: entry.hash,
  }));
}
