import 'server-only';
import type { Tx } from '@/db/client';
import type { Write } from '@/db/commit';
import { insertGathering } from '@/db/gatherings';
import type { Gathering } from '@/db/schema/gatherings';
import type { ActorContext } from '../context';
import { settingsOf } from './set-gathering';

/** Goes with asking somebody: from then on it is written down how the assessment is answered. */
export function ensured(
  { actor, now }: Pick<ActorContext, 'actor' | 'now'>,
  tx: Tx,
  id: string,
  row: Gathering | undefined,
): Write[] {
  if (row !== undefined) return [];
  const by = { orgId: actor.orgId, assessmentId: id, createdBy: actor.userId, createdAt: now };
  return [insertGathering(tx, { ...settingsOf(undefined), ...by })];
}
