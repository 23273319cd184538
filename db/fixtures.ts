import { randomUUID } from 'node:crypto';
import { insertAssessment } from './assessments';
import type { Db } from './client';
import { commit } from './commit';
import { insertMembership, insertOrg } from './orgs';
import type { RollupWrite } from './rollups';
import type { Answer, Stated } from './schema/answers';
import type { Assessment, Score } from './schema/assessments';
import type { Org } from './schema/orgs';
import type { Team } from './schema/teams';
import type { User } from './schema/people';
import { emptyRollup } from '../lib/domain/rollup';
import type { StoredScore } from '../lib/domain/stored-score';
import { insertTeam } from './teams';
import { insertUser } from './users';

/** The instant at which everything in a test happens unless it says otherwise. */
export const NOON = new Date('2026-10-01T12:00:00.123Z');

/** Later than noon by so many minutes. */
export const minutesLater = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

export type World = { user: User; org: Org; team: Team; assessment: Assessment };

/** One person who owns an organisation with one team and an assessment, a draft unless `row` says otherwise. */
export async function aWorld(db: Db, row: Partial<Assessment> = {}): Promise<World> {
  const user = aUser();
  const org = anOrg();
  const team = aTeam(org);
  const assessment = anAssessment(team, user, row);
  await commit(db, (tx) => [
    insertUser(tx, user),
    insertOrg(tx, org),
    insertMembership(tx, { orgId: org.id, userId: user.id, role: 'owner', createdAt: NOON }),
    insertTeam(tx, team),
    insertAssessment(tx, assessment),
  ]);
  return { user, org, team, assessment };
}

export function aUser(row: Partial<User> = {}): User {
  const id = randomUUID();
  return {
    id,
    email: `${id}@example.org`,
    name: 'Ada',
    passwordHash: null,
    createdAt: NOON,
    emailVerifiedAt: null,
    ...row,
  };
}

export function anOrg(row: Partial<Org> = {}): Org {
  const id = randomUUID();
  return {
    id,
    slug: id,
    name: 'Harbour',
    questionnaires: ['aws', 'google'],
    createdAt: NOON,
    aims: null,
    version: 1,
    deleteAfter: null,
    ...row,
  };
}

export function aTeam(org: Pick<Org, 'id'>, row: Partial<Team> = {}): Team {
  const id = randomUUID();
  return {
    id,
    orgId: org.id,
    parentId: null,
    slug: id,
    name: 'Fraud',
    createdAt: NOON,
    aims: null,
    version: 1,
    ...row,
  };
}

export function anAssessment(
  team: Pick<Team, 'id' | 'orgId'>,
  by: Pick<User, 'id'>,
  row: Partial<Assessment> = {},
): Assessment {
  return {
    id: randomUUID(),
    orgId: team.orgId,
    teamId: team.id,
    title: 'Autumn',
    status: 'draft',
    scope: {},
    questionnaires: ['aws'],
    targets: {},
    assessedOn: '2026-10-01',
    createdBy: by.id,
    createdAt: NOON,
    updatedAt: NOON,
    finishedAt: null,
    finishedBy: null,
    review: null,
    edition: null,
    archivedAt: null,
    deletedAt: null,
    deletedBy: null,
    version: 1,
    ...row,
  };
}

export function anAnswer({ assessment, user }: World, row: Partial<Answer> = {}): Omit<Answer, 'version'> {
  return {
    orgId: assessment.orgId,
    assessmentId: assessment.id,
    capability: 'rollback',
    value: { rung: 2 },
    note: null,
    evidence: [],
    flagged: false,
    vendorsSeenFirst: false,
    updatedAt: NOON,
    updatedBy: user.id,
    ...row,
  };
}

export function aStatement({ assessment, user }: World, row: Partial<Stated> = {}): Omit<Stated, 'version'> {
  return {
    orgId: assessment.orgId,
    assessmentId: assessment.id,
    criterion: 'A2-ENV3',
    holds: false,
    note: null,
    updatedAt: NOON,
    updatedBy: user.id,
    ...row,
  };
}

export function aScore(
  assessment: Pick<Assessment, 'id' | 'orgId' | 'teamId'>,
  row: Partial<Score> = {},
): Score {
  return {
    assessmentId: assessment.id,
    orgId: assessment.orgId,
    teamId: assessment.teamId,
    edition: 'e1',
    contentVersion: '2026.1',
    measure: 'm1',
    summary: aSummary(),
    computedAt: NOON,
    ...row,
  };
}

/** An empty roll-up of the whole organisation, unless `row` names another node. */
export function aRollup({ org }: Pick<World, 'org'>, row: Partial<RollupWrite> = {}): RollupWrite {
  const empty = { teams: 0, body: emptyRollup(), updatedAt: NOON };
  return { orgId: org.id, nodeId: org.id, period: 'newest', ...empty, ...row };
}

/** The score of an assessment in which nothing is in scope. */
export function aSummary(summary: Partial<StoredScore> = {}): StoredScore {
  return {
    edition: 'e1',
    measure: 'm1',
    models: {},
    domains: {},
    pillars: {},
    phases: {},
    sides: {},
    overall: null,
    beyond: null,
    completeness: null,
    unknown: 0,
    evidence: null,
    counts: { inScope: 0, applicable: 0, answered: 0, rated: 0, unknown: 0, notApplicable: 0 },
    lowest: {},
    requirements: {},
    ...summary,
  };
}
