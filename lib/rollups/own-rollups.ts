import 'server-only';
import type { Db } from '@/db/client';
import type { Score } from '@/db/schema/assessments';
import { type FinishedRow, scoresOf } from '@/db/score-history';
import { countedIn, type Counted } from '../domain/counted';
import type { RollupPart } from '../domain/rollup';
import { teamRollup } from '../domain/team-rollup';

/** What a roll-up takes from a stored score. */
export type RollupScore = Pick<Score, 'assessmentId' | 'contentVersion' | 'summary'>;

/** By which assessment a team counts in which period. */
export const countedOf = (history: readonly FinishedRow[]): Map<string, Counted> =>
  countedIn(
    history.map(({ id, assessedOn, finishedAt, archivedAt, deletedAt, replaces }) => ({
      id,
      assessedOn,
      finishedAt: finishedAt?.getTime() ?? 0,
      archived: archivedAt !== null,
      deleted: deletedAt !== null,
      replaces,
    })),
  );

/** A team that counts by one of its own assessments, and the day for which that speaks. */
export type OwnCount = { team: string; date: string } & Counted;

/** The teams' own parts, each of one assessment and the one before it; `stored` are scores that are known without reading them. */
export async function ownParts(
  db: Db,
  orgId: string,
  counts: readonly OwnCount[],
  stored: readonly RollupScore[] = [],
): Promise<RollupPart[]> {
  const known = new Map(stored.map((score) => [score.assessmentId, score]));
  const wanted = new Set(counts.flatMap(({ id, before }) => (before === null ? [id] : [id, before])));
  const missing = [...wanted].filter((id) => !known.has(id));
  for (const score of await scoresOf(db, orgId, missing)) known.set(score.assessmentId, score);
  return counts.flatMap(({ team, date, id, before }) => {
    const score = known.get(id);
    if (score === undefined) return [];
    const earlier = before === null ? undefined : known.get(before);
    const facts = { team, date, version: score.contentVersion, score: score.summary };
    return [{ node: team, rollup: teamRollup({ ...facts, before: earlier?.summary ?? null }) }];
  });
}
