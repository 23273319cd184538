import { randomUUID } from 'node:crypto';
import type { Db } from '@/db/client';
import { commit } from '@/db/commit';
import { aTeam, aWorld, NOON, type World } from '@/db/fixtures';
import { insertPlan } from '@/db/plans';
import type { Team } from '@/db/schema/teams';
import { insertTeam } from '@/db/teams';
import { assumedInput } from '../domain/plan-input';
import type { PlanPromise } from '../domain/plan-promise';
import { rebuildStandings } from '../plans/sum-standings';
import { contextOf } from '../testing';

/** A promise of one step of ten days, with 130 days of an ML engineer short in the next quarter. For tests alone. */
export const A_PROMISE: PlanPromise = {
  ...{ monday: '2026-10-05', days: 10, finish: null, money: null, levels: [], hires: [] },
  steps: [{ id: 'rollback:3', startsOn: '2026-10-05', doneOn: '2026-10-30', days: 10 }],
  wanted: [
    {
      role: 'ml-engineer',
      quarters: [{ quarter: '2027-Q1', demand: 130, supply: 0, short: 130 }],
      shortFrom: '2027-01-11',
    },
  ],
};

/** A plan that a team follows. For tests alone. */
export async function planFor(
  db: Db,
  world: World,
  team: Pick<Team, 'id' | 'orgId'>,
  promise: PlanPromise = A_PROMISE,
): Promise<void> {
  const { user, assessment } = world;
  await commit(db, (tx) => [
    insertPlan(tx, {
      ...{ id: randomUUID(), orgId: team.orgId, teamId: team.id, assessmentId: assessment.id },
      ...{ name: 'Plan', input: assumedInput({}, '2026-10-01'), promise, chosenBy: user.id, chosenAt: NOON },
    }),
  ]);
  await rebuildStandings(contextOf(db, world), team.orgId);
}

/** An organisation with two teams whose plans both miss ML engineers. For tests alone. */
export async function shortWorld(db: Db): Promise<World> {
  const world = await aWorld(db);
  const second = aTeam(world.org, { name: 'Cards', slug: 'cards' });
  await commit(db, (tx) => [insertTeam(tx, second)]);
  await planFor(db, world, world.team);
  await planFor(db, world, second);
  return world;
}
