import 'server-only';
import { teamById } from '@/db/teams';
import type { ActorContext } from '../context';

/** The team and the units above it, the nearest first. */
export async function pathUp(
  { db, actor }: Pick<ActorContext, 'db' | 'actor'>,
  team: string,
): Promise<string[]> {
  const path: string[] = [];
  for (let next: string | null = team; next !== null && !path.includes(next);) {
    path.push(next);
    next = (await teamById(db, actor.orgId, next))?.parentId ?? null;
  }
  return path;
}
