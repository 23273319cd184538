import type { Choice, Evidence } from '../../lib/domain/schema/answers';
import { column } from '../columns';
import { assessment } from './assessments';
import { userId } from './people';

const { table, text, int, bool, instant, json, index, primaryKey, foreignKey } = column;

/** What is said of a capability, by a team, by somebody alone, or before it was replaced. */
export const answerColumns = () => ({
  orgId: text('org_id').notNull(),
  assessmentId: text('assessment_id').notNull(),
  capability: text('capability').notNull(),
  /** Null while there is only a note, or after an answer was taken back. */
  value: json<Choice>('value'),
  note: text('note'),
  evidence: json<Evidence[]>('evidence').notNull(),
  flagged: bool('flagged').notNull(),
  vendorsSeenFirst: bool('vendors_seen_first').notNull(),
  version: int('version').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

export const answer = table(
  'answer',
  { ...answerColumns(), updatedBy: userId('updated_by').notNull() },
  (t) => [
    primaryKey({ name: 'answer_pk', columns: [t.assessmentId, t.capability] }),
    foreignKey({
      name: 'answer_assessment_fk',
      columns: [t.orgId, t.assessmentId],
      foreignColumns: [assessment.orgId, assessment.id],
    }).onDelete('cascade'),
  ],
);

export const stated = table(
  'stated',
  {
    orgId: text('org_id').notNull(),
    assessmentId: text('assessment_id').notNull(),
    criterion: text('criterion').notNull(),
    /** Null is "don't know". */
    holds: bool('holds'),
    note: text('note'),
    version: int('version').notNull(),
    updatedAt: instant('updated_at').notNull(),
    updatedBy: userId('updated_by').notNull(),
  },
  (t) => [
    primaryKey({ name: 'stated_pk', columns: [t.assessmentId, t.criterion] }),
    foreignKey({
      name: 'stated_assessment_fk',
      columns: [t.orgId, t.assessmentId],
      foreignColumns: [assessment.orgId, assessment.id],
    }).onDelete('cascade'),
  ],
);

/** What an answer was before it was replaced, by the version that it had. */
export const pastAnswer = table(
  'past_answer',
  {
    ...answerColumns(),
    updatedBy: userId('updated_by').notNull(),
  },
  (t) => [
    primaryKey({ name: 'past_answer_pk', columns: [t.assessmentId, t.capability, t.version] }),
    foreignKey({
      name: 'past_answer_assessment_fk',
      columns: [t.orgId, t.assessmentId],
      foreignColumns: [assessment.orgId, assessment.id],
    }).onDelete('cascade'),
  ],
);

/** A member is asked to show what backs the answer to a capability. */
export const evidenceRequest = table(
  'evidence_request',
  {
    id: text('id').primaryKey(),
    orgId: text('org_id').notNull(),
    assessmentId: text('assessment_id').notNull(),
    capability: text('capability').notNull(),
    askedOf: userId('asked_of').notNull(),
    askedBy: userId('asked_by').notNull(),
    askedAt: instant('asked_at').notNull(),
    note: text('note'),
    /** When evidence came, or it was taken back. */
    endedAt: instant('ended_at'),
    version: int('version').notNull(),
  },
  (t) => [
    index('evidence_request_assessment_index').on(t.orgId, t.assessmentId),
    index('evidence_request_person_index').on(t.askedOf, t.endedAt),
    foreignKey({
      name: 'evidence_request_assessment_fk',
      columns: [t.orgId, t.assessmentId],
      foreignColumns: [assessment.orgId, assessment.id],
    }).onDelete('cascade'),
  ],
);

export type Answer = typeof answer.$inferSelect;
export type Stated = typeof stated.$inferSelect;
export type PastAnswer = typeof pastAnswer.$inferSelect;
export type EvidenceRequest = typeof evidenceRequest.$inferSelect;
