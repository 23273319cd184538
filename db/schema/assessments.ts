import type { Scope, Targets } from '../../lib/domain/schema/answers';
import type { StoredScore } from '../../lib/domain/stored-score';
import type { ModelId } from '../../lib/domain/vocabulary';
import { column } from '../columns';
import { orgId } from './orgs';
import { userId } from './people';
import { team } from './teams';

const { table, text, oneOf, int, instant, json, index, unique, foreignKey } = column;

export const ASSESSMENT_STATUSES = ['draft', 'review', 'finished'] as const;

/** Why an assessment stands where it stands between draft and finished: handed in to be looked at, or sent back to its team. */
export type Review = { by: string; at: string; sentBack: string | null };

/** `version` continues a finished assessment that was reopened, `round` asks what is still true, `copy` is an independent duplicate. */
export const ORIGIN_KINDS = ['version', 'round', 'copy'] as const;

export const assessment = table(
  'assessment',
  {
    id: text('id').primaryKey(),
    orgId: orgId(),
    teamId: text('team_id').notNull(),
    title: text('title').notNull(),
    status: oneOf('status', ASSESSMENT_STATUSES).notNull(),
    scope: json<Scope>('scope').notNull(),
    questionnaires: json<ModelId[]>('questionnaires').notNull(),
    targets: json<Targets>('targets').notNull(),
    /** The day that the answers speak for, `2026-10-01`. */
    assessedOn: text('assessed_on').notNull(),
    createdBy: userId('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    finishedAt: instant('finished_at'),
    finishedBy: userId('finished_by'),
    /** The last time it was handed in or sent back. */
    review: json<Review>('review'),
    /** Hash of the content edition that a draft is answered by; none for one begun before this was kept. */
    edition: text('edition'),
    /** Kept, and read by nobody's scorecard any more. */
    archivedAt: instant('archived_at'),
    /** In the bin, from which it goes after 30 days. */
    deletedAt: instant('deleted_at'),
    deletedBy: userId('deleted_by'),
    version: int('version').notNull(),
  },
  (t) => [
    unique('assessment_org_id_unique').on(t.orgId, t.id),
    index('assessment_newest_index').on(t.orgId, t.teamId, t.status, t.assessedOn),
    foreignKey({
      name: 'assessment_team_fk',
      columns: [t.orgId, t.teamId],
      foreignColumns: [team.orgId, team.id],
    }),
  ],
);

/** What an assessment was begun from, within one team. */
export const origin = table(
  'origin',
  {
    assessmentId: text('assessment_id').primaryKey(),
    orgId: text('org_id').notNull(),
    fromId: text('from_id').notNull(),
    kind: oneOf('kind', ORIGIN_KINDS).notNull(),
  },
  (t) => [
    index('origin_from_index').on(t.orgId, t.fromId),
    foreignKey({
      name: 'origin_assessment_fk',
      columns: [t.orgId, t.assessmentId],
      foreignColumns: [assessment.orgId, assessment.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'origin_from_fk',
      columns: [t.orgId, t.fromId],
      foreignColumns: [assessment.orgId, assessment.id],
    }).onDelete('cascade'),
  ],
);

export const score = table(
  'score',
  {
    assessmentId: text('assessment_id').primaryKey(),
    orgId: text('org_id').notNull(),
    teamId: text('team_id').notNull(),
    edition: text('edition').notNull(),
    contentVersion: text('content_version').notNull(),
    measure: text('measure').notNull(),
    summary: json<StoredScore>('summary').notNull(),
    computedAt: instant('computed_at').notNull(),
  },
  (t) => [
    index('score_org_index').on(t.orgId, t.teamId),
    foreignKey({
      name: 'score_assessment_fk',
      columns: [t.orgId, t.assessmentId],
      foreignColumns: [assessment.orgId, assessment.id],
    }).onDelete('cascade'),
    // Cascades, though a team goes only with its organisation: PostgreSQL would check it before the scores are gone.
    foreignKey({
      name: 'score_team_fk',
      columns: [t.orgId, t.teamId],
      foreignColumns: [team.orgId, team.id],
    }).onDelete('cascade'),
  ],
);

/** The content that finished assessments were read by, once an edition: they are read by it for good. Belongs to no organisation. */
export const edition = table('edition', {
  hash: text('hash').primaryKey(),
  version: text('version').notNull(),
  /** JSON, deflated, as base64. */
  content: text('content').notNull(),
});

/** A finished assessment as it was on that day: no answer, rename or new release changes it. */
export const frozen = table(
  'frozen',
  {
    assessmentId: text('assessment_id').primaryKey(),
    orgId: text('org_id').notNull(),
    edition: text('edition')
      .notNull()
      .references(() => edition.hash),
    /** SHA-256 over what `body` holds. */
    hash: text('hash').notNull(),
    /** JSON, deflated, as base64. */
    body: text('body').notNull(),
  },
  (t) => [
    foreignKey({
      name: 'frozen_assessment_fk',
      columns: [t.orgId, t.assessmentId],
      foreignColumns: [assessment.orgId, assessment.id],
    }).onDelete('cascade'),
  ],
);

export type Assessment = typeof assessment.$inferSelect;
export type Score = typeof score.$inferSelect;
export type Edition = typeof edition.$inferSelect;
export type Frozen = typeof frozen.$inferSelect;
