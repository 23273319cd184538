import { column } from '../columns';
import { org, orgId } from './orgs';

const { table, text, int, instant, json, index, unique, primaryKey } = column;

export type AuditDetail = Record<string, unknown>;

/** Lines from before the log was chained; the start moves them into `audit_line`. */
export const audit = table(
  'audit',
  {
    id: text('id').primaryKey(),
    orgId: orgId(),
    at: instant('at').notNull(),
    // No foreign key: the log still says who it was when the account is gone.
    actorId: text('actor_id'),
    action: text('action').notNull(),
    resource: text('resource').notNull(),
    resourceId: text('resource_id').notNull(),
    detail: json<AuditDetail>('detail').notNull(),
  },
  (t) => [index('audit_org_at_index').on(t.orgId, t.at)],
);

/** Where the log of an organisation stands: at its newest line, which the next one continues. Its lock orders those who write at once. */
export const auditHead = table('audit_head', {
  orgId: text('org_id')
    .primaryKey()
    .references(() => org.id, { onDelete: 'cascade' }),
  seq: int('seq').notNull(),
  hash: text('hash').notNull(),
});

/** Who did what to which thing and when, each line hashed with the one before it (decision 035). */
export const auditLine = table(
  'audit_line',
  {
    orgId: orgId(),
    seq: int('seq').notNull(),
    at: instant('at').notNull(),
    /** The person by an id of no meaning; `audit_subject` knows whose it is, or nobody does any more. */
    subject: text('subject'),
    /** `command line`, `job`, or the id of a row of `audit_source`. */
    source: text('source'),
    action: text('action').notNull(),
    resourceId: text('resource_id').notNull(),
    // Text, as `jsonb` gives back other bytes than were hashed.
    detail: text('detail').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [primaryKey({ name: 'audit_line_pk', columns: [t.orgId, t.seq] })],
);

/** Whose the ids in the log are. A row may be erased: the log then still holds, and the person is unknown. */
export const auditSubject = table(
  'audit_subject',
  {
    orgId: orgId(),
    subject: text('subject').notNull(),
    // No foreign key: it says who it was when the account is gone.
    userId: text('user_id').notNull(),
    name: text('name'),
    email: text('email'),
  },
  (t) => [
    primaryKey({ name: 'audit_subject_pk', columns: [t.orgId, t.subject] }),
    unique('audit_subject_user_unique').on(t.orgId, t.userId),
  ],
);

/** From where somebody did something; may be erased in the same way. */
export const auditSource = table(
  'audit_source',
  {
    orgId: orgId(),
    id: text('id').notNull(),
    /** Empty where it is not known. */
    address: text('address').notNull(),
    /** `Firefox on Windows` */
    device: text('device').notNull(),
  },
  (t) => [
    primaryKey({ name: 'audit_source_pk', columns: [t.orgId, t.id] }),
    unique('audit_source_place_unique').on(t.orgId, t.address, t.device),
  ],
);

export type OldAudit = typeof audit.$inferSelect;
export type AuditHead = typeof auditHead.$inferSelect;
export type AuditLine = typeof auditLine.$inferSelect;
