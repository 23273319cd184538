import 'server-only';
import type { Tx } from '@/db/client';
import { exactlyOne, type Write } from '@/db/commit';
import { replaceNewest, rollupsBelow, rollupsVersion, upsertRollups, type RollupWrite } from '@/db/rollups';
import { finishedOfTeams, type FinishedRow } from '@/db/score-history';
import { idsAbove } from '@/db/teams';
import { Moved } from '../commit-anew';
import type { ActorContext } from '../context';
import { NEWEST, type Counted } from '../domain/counted';
import { mergeRollups, type Rollup, type RollupPart } from '../domain/rollup';
import type { Given } from '../domain/plan-state';
import { changedStanding } from '../plans/changed-standing';
import { countedOf, ownParts, type RollupScore } from './own-rollups';

/** What a commit does to the assessments by which one team may count. */
export type FinishedChange = {
  team: string;
  /** Its finished assessments as they will be. */
  becomes: (history: readonly FinishedRow[]) => FinishedRow[];
  /** The score that the same commit stores. */
  stored?: RollupScore;
  /** Its answers, which the team's plan is held against. */
  given?: Given;
};

type ChangeContext = Pick<ActorContext, 'db' | 'now' | 'actor'>;

/**
 * The writes of the roll-ups that this change touches: the team's and those of all units above it up to the organisation, in the
 * periods in which the team counts by another assessment than it did, or by another one before; and of how its plan stands by then.
 */
export async function changedRollups(
  ctx: ChangeContext,
  change: FinishedChange,
): Promise<(tx: Tx) => Write[]> {
  const { db, actor, now } = ctx;
  const { orgId } = actor;
  // First of all: whatever is committed after this makes the commit miss, and is read the next time.
  const seen = await rollupsVersion(db, orgId);
  const path = [change.team, ...(await idsAbove(db, orgId, change.team))];
  const { counted, periods } = await countedOnPath(ctx, path, change);
  if (periods.length === 0) return () => [];
  const below = await rollupsBelow(db, orgId, path, periods);
  const rows: RollupWrite[] = [];
  let newest: Rollup | undefined;
  for (const period of periods) {
    const counts = path.flatMap((team) => counted.get(team)?.get(period) ?? []);
    const own = await ownParts(db, orgId, counts, change.stored === undefined ? [] : [change.stored]);
    let child: RollupPart | undefined;
    for (const node of [...path, null]) {
      const others = below.filter(
        (row) => row.period === period && row.parentId === node && row.nodeId !== child?.node,
      );
      const rollup = mergeRollups([
        ...others.map(({ nodeId, body }) => ({ node: nodeId, rollup: body })),
        ...(child === undefined ? [] : [child]),
        ...own.filter((part) => part.node === node),
      ]);
      child = { node: node ?? orgId, rollup };
      if (node === null && period === NEWEST) newest = rollup;
      else rows.push({ orgId, nodeId: child.node, period, ...stored(rollup, now) });
    }
  }
  const top = newest;
  if (top === undefined) throw new Error('the newest roll-up is always written');
  const counts = counted.get(change.team)?.get(NEWEST);
  const known = counts?.id === change.stored?.assessmentId ? (change.given ?? null) : null;
  const standing = await changedStanding(ctx, change.team, {
    newest: counts === undefined ? null : { id: counts.id, given: known },
  });
  return (tx) => [
    exactlyOne(replaceNewest(tx, { orgId, ...stored(top, now) }, seen), () => new Moved()),
    ...upsertRollups(tx, rows),
    ...standing(tx),
  ];
}

const stored = (rollup: Rollup, now: Date) => ({ teams: rollup.sums.teams, body: rollup, updatedAt: now });

type Count = Counted & { team: string; date: string };

/** By what each team of the path will count, and the periods that the change touches; if any, `newest` is among them, as the guard. */
async function countedOnPath(
  { db, actor }: ChangeContext,
  path: string[],
  { team, becomes }: FinishedChange,
) {
  const finished = await finishedOfTeams(db, actor.orgId, path);
  const counted = new Map<string, Map<string, Count>>();
  const touched = new Set<string>();
  for (const node of path) {
    const history = finished.filter(({ teamId }) => teamId === node);
    const will = node === team ? becomes(history) : history;
    const counts = countedOf(will);
    const dates = new Map(will.map(({ id, assessedOn }) => [id, assessedOn]));
    counted.set(
      node,
      new Map(
        [...counts].map(([period, each]) => [
          period,
          { ...each, team: node, date: dates.get(each.id) ?? '' },
        ]),
      ),
    );
    if (node === team) for (const period of differences(countedOf(history), counts)) touched.add(period);
  }
  return { counted, periods: touched.size === 0 ? [] : [NEWEST, ...touched].filter(isFirst) };
}

const isFirst = (period: string, index: number, all: string[]): boolean => all.indexOf(period) === index;

function differences(was: Map<string, Counted>, is: Map<string, Counted>): string[] {
  return [...new Set([...was.keys(), ...is.keys()])].filter((period) => {
    const [before, after] = [was.get(period), is.get(period)];
    return before?.id !== after?.id || before?.before !== after?.before;
  });
}
