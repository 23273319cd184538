import { insertAnswer } from '@/db/answers';
import { insertAssessment } from '@/db/assessments';
import type { Db } from '@/db/client';
import { commit } from '@/db/commit';
import { anAnswer, anAssessment, aTeam, type World } from '@/db/fixtures';
import { rollupKeys, rollupsIn } from '@/db/rollups';
import type { Assessment } from '@/db/schema/assessments';
import type { Team } from '@/db/schema/teams';
import { insertTeam } from '@/db/teams';
import { finishAssessment } from '../assessments/finish-assessment';
import type { Rollup } from '../domain/rollup';
import { MODEL_IDS, type Rung } from '../domain/vocabulary';
import { contextOf } from '../testing';

/** Teams with answers, and what is stored of them. For tests alone. */

export async function teamBelow(db: Db, { org }: World, row: Partial<Team> = {}): Promise<Team> {
  const team = aTeam(org, row);
  await commit(db, (tx) => [insertTeam(tx, team)]);
  return team;
}

/** A draft of a team that stands on this rung everywhere. */
export async function aDraft(
  db: Db,
  world: World,
  team: Team,
  rung: Rung,
  row: Partial<Assessment> = {},
): Promise<Assessment> {
  const assessment = anAssessment(team, world.user, { questionnaires: [...MODEL_IDS], ...row });
  const { capabilities } = contextOf(db, world).content;
  await commit(db, (tx) => [
    insertAssessment(tx, assessment),
    ...capabilities.map(({ id }) =>
      insertAnswer(tx, anAnswer({ ...world, assessment }, { capability: id, value: { rung } })),
    ),
  ]);
  return assessment;
}

export const finish = (db: Db, world: World, { id }: Pick<Assessment, 'id'>) =>
  finishAssessment(contextOf(db, world), { org: world.org.slug, id });

/** A finished assessment of a team that stood on this rung everywhere on that day. */
export async function finished(
  db: Db,
  world: World,
  team: Team,
  rung: Rung,
  assessedOn: string,
): Promise<Assessment> {
  const draft = await aDraft(db, world, team, rung, { assessedOn });
  const result = await finish(db, world, draft);
  if (!result.ok) throw new Error(result.message);
  return draft;
}

/** What is stored for an organisation, by node and period; the empty ones say no more than those that are not there. */
export async function storedRollups(db: Db, orgId: string): Promise<Record<string, Rollup>> {
  const keys = await rollupKeys(db, orgId);
  const rows = await Promise.all(
    [...new Set(keys.map(({ period }) => period))].map((period) =>
      rollupsIn(
        db,
        orgId,
        period,
        keys.map(({ nodeId }) => nodeId),
      ),
    ),
  );
  return Object.fromEntries(
    rows.flatMap((period) =>
      period
        .filter(({ teams }) => teams > 0)
        .map((row) => [`${row.nodeId === orgId ? 'all' : row.nodeId} ${row.period}`, row.body]),
    ),
  );
}
