import { GATHERING_WAYS } from '../../lib/domain/vocabulary';
import { column } from '../columns';
import { answerColumns } from './answers';
import { assessment } from './assessments';
import { userId } from './people';

const { table, text, oneOf, int, bool, instant, json, index, unique, primaryKey, foreignKey } = column;

/** How several people assess together, and what the first screen promises them; an assessment without a row is answered *together*. */
export const gathering = table(
  'gathering',
  {
    assessmentId: text('assessment_id').primaryKey(),
    orgId: text('org_id').notNull(),
    way: oneOf('way', GATHERING_WAYS).notNull(),
    /** Whether facilitators see, once opened, who said what. */
    named: bool('named').notNull(),
    /** Whether people without an account may be asked by link. */
    guests: bool('guests').notNull(),
    /** The day by which everybody answers, `2027-03-31`. */
    dueOn: text('due_on'),
    createdBy: userId('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    /** From then on facilitators read what each said alone, and nobody changes it any more. */
    openedAt: instant('opened_at'),
    openedBy: userId('opened_by'),
    version: int('version').notNull(),
  },
  (t) => [
    foreignKey({
      name: 'gathering_assessment_fk',
      columns: [t.orgId, t.assessmentId],
      foreignColumns: [assessment.orgId, assessment.id],
    }).onDelete('cascade'),
  ],
);

/** Somebody who is asked for answers: a member, a guest with a link, or a person whom somebody else asks and writes down. */
export const respondent = table(
  'respondent',
  {
    id: text('id').primaryKey(),
    orgId: text('org_id').notNull(),
    assessmentId: text('assessment_id').notNull(),
    /** The member; null for a guest and for who is interviewed. */
    userId: userId('user_id'),
    /** Who writes down what this person says, and reads it before it is opened. */
    recordedBy: userId('recorded_by'),
    /** What a guest or an interviewed person is called; a member has the name of the account. */
    name: text('name'),
    email: text('email'),
    /** The roles of the content that this person has, by which capabilities are given to them. */
    roles: json<string[]>('roles').notNull(),
    invitedBy: userId('invited_by').notNull(),
    invitedAt: instant('invited_at').notNull(),
    remindedAt: instant('reminded_at'),
    begunAt: instant('begun_at'),
    doneAt: instant('done_at'),
    removedAt: instant('removed_at'),
    version: int('version').notNull(),
  },
  (t) => [
    unique('respondent_org_id_unique').on(t.orgId, t.id),
    unique('respondent_user_unique').on(t.assessmentId, t.userId),
    foreignKey({
      name: 'respondent_assessment_fk',
      columns: [t.orgId, t.assessmentId],
      foreignColumns: [assessment.orgId, assessment.id],
    }).onDelete('cascade'),
  ],
);

/** By which link a guest answers; of it only a hash is kept. */
export const guestLink = table(
  'guest_link',
  {
    respondentId: text('respondent_id').primaryKey(),
    orgId: text('org_id').notNull(),
    tokenHash: text('token_hash').notNull().unique('guest_link_token_hash_unique'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    foreignKey({
      name: 'guest_link_respondent_fk',
      columns: [t.orgId, t.respondentId],
      foreignColumns: [respondent.orgId, respondent.id],
    }).onDelete('cascade'),
  ],
);

/** What one respondent says alone; read by its author only until the assessment is opened. */
export const ownAnswer = table(
  'own_answer',
  {
    ...answerColumns(),
    respondentId: text('respondent_id').notNull(),
  },
  (t) => [
    primaryKey({ name: 'own_answer_pk', columns: [t.respondentId, t.capability] }),
    index('own_answer_assessment_index').on(t.orgId, t.assessmentId),
    foreignKey({
      name: 'own_answer_assessment_fk',
      columns: [t.orgId, t.assessmentId],
      foreignColumns: [assessment.orgId, assessment.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'own_answer_respondent_fk',
      columns: [t.orgId, t.respondentId],
      foreignColumns: [respondent.orgId, respondent.id],
    }).onDelete('cascade'),
  ],
);

/** A capability that one respondent is asked for; who has none is asked for all of them. */
export const task = table(
  'task',
  {
    orgId: text('org_id').notNull(),
    assessmentId: text('assessment_id').notNull(),
    respondentId: text('respondent_id').notNull(),
    capability: text('capability').notNull(),
  },
  (t) => [
    primaryKey({ name: 'task_pk', columns: [t.respondentId, t.capability] }),
    index('task_assessment_index').on(t.orgId, t.assessmentId),
    foreignKey({
      name: 'task_respondent_fk',
      columns: [t.orgId, t.respondentId],
      foreignColumns: [respondent.orgId, respondent.id],
    }).onDelete('cascade'),
  ],
);

export const SETTLEMENT_STATES = ['agreed', 'parked'] as const;

/** That people who had answered alone talked about a capability: the rung that they agreed on is its answer, or it was put off. */
export const settlement = table(
  'settlement',
  {
    orgId: text('org_id').notNull(),
    assessmentId: text('assessment_id').notNull(),
    capability: text('capability').notNull(),
    state: oneOf('state', SETTLEMENT_STATES).notNull(),
    settledBy: userId('settled_by').notNull(),
    settledAt: instant('settled_at').notNull(),
    version: int('version').notNull(),
  },
  (t) => [
    primaryKey({ name: 'settlement_pk', columns: [t.assessmentId, t.capability] }),
    foreignKey({
      name: 'settlement_assessment_fk',
      columns: [t.orgId, t.assessmentId],
      foreignColumns: [assessment.orgId, assessment.id],
    }).onDelete('cascade'),
  ],
);

export type Gathering = typeof gathering.$inferSelect;
export type Respondent = typeof respondent.$inferSelect;
export type GuestLink = typeof guestLink.$inferSelect;
export type OwnAnswer = typeof ownAnswer.$inferSelect;
export type Task = typeof task.$inferSelect;
export type Settlement = typeof settlement.$inferSelect;
