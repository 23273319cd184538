import 'server-only';
import type { Tx } from '@/db/client';
import { exactlyOne, type Write } from '@/db/commit';
import { replaceStanding, standingsIn, upsertStandings } from '@/db/standings';
import { idsAbove } from '@/db/teams';
import { Moved } from '../commit-anew';
import type { ActorContext } from '../context';
import { emptyStanding, sameStanding, summed } from '../domain/plan-standing';
import { ownStanding, type StandingChange } from './own-standing';

const moved = () => new Moved();

/**
 * The writes of how the plan of a team will stand, and of the sums of the units above it up to the organisation. Every commit that
 * changes by what a plan stands has them, also of a team without one, so that of two at once the second computes anew.
 */
export async function changedStanding(
  ctx: Pick<ActorContext, 'db' | 'now' | 'actor'>,
  team: string,
  change: StandingChange,
): Promise<(tx: Tx) => Write[]> {
  const { db, actor, now } = ctx;
  const { orgId } = actor;
  // First of all: whatever is committed after this makes the commit miss.
  const [[own], [top]] = await Promise.all([
    standingsIn(db, orgId, 'own', [team]),
    standingsIn(db, orgId, 'below', [orgId]),
  ]);
  const before = own?.body ?? emptyStanding();
  const after = await ownStanding(db, orgId, team, change);
  const write = { orgId, updatedAt: now };
  const ownWrite = (tx: Tx): Write =>
    exactlyOne(
      replaceStanding(tx, { ...write, nodeId: team, kind: 'own', body: after }, own?.version),
      moved,
    );
  if (sameStanding(before, after)) return (tx) => [ownWrite(tx)];
  const units = await idsAbove(ctx.db, ctx.actor.orgId, team);
  const sums = await standingsIn(db, orgId, 'below', units);
  const bodies = new Map(sums.map(({ nodeId, body }) => [nodeId, body]));
  const sumOf = (nodeId: string, body = emptyStanding()) => ({
    ...{ ...write, nodeId, kind: 'below' as const },
    body: summed([body, after], [before]),
  });
  return (tx) => [
    // The same row first in every commit, so that none waits for another that waits for it.
    exactlyOne(replaceStanding(tx, sumOf(orgId, top?.body), top?.version), moved),
    ownWrite(tx),
    ...upsertStandings(
      tx,
      units.map((id) => sumOf(id, bodies.get(id))),
    ),
  ];
}
