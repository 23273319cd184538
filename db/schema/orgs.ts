import type { Aims } from '../../lib/domain/aims';
import type { Grant } from '../../lib/domain/policy';
import { ENGAGEMENT_STATUSES, type ModelId, ROLE_NAMES } from '../../lib/domain/vocabulary';
import { column } from '../columns';
import { user, userId } from './people';

const { table, text, oneOf, int, instant, json, index, unique, primaryKey } = column;

export const org = table('org', {
  id: text('id').primaryKey(),
  slug: text('slug').notNull().unique('org_slug_unique'),
  name: text('name').notNull(),
  questionnaires: json<ModelId[]>('questionnaires').notNull(),
  createdAt: instant('created_at').notNull(),
  aims: json<Aims>('aims'),
  version: int('version').notNull(),
  /** When it is deleted with all that it has, unless an owner keeps it before. */
  deleteAfter: instant('delete_after'),
});

export const orgId = () =>
  text('org_id')
    .notNull()
    .references(() => org.id, { onDelete: 'cascade' });

export const membership = table(
  'membership',
  {
    orgId: orgId(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** In the whole organisation; null for who has one in single teams or units alone. */
    role: oneOf('role', ROLE_NAMES),
    createdAt: instant('created_at').notNull(),
    /** The last day of access, `2027-03-31`. */
    until: text('until'),
    /** For whom a consultant works here. */
    firmId: text('firm_id').references(() => org.id, { onDelete: 'set null' }),
  },
  (t) => [
    primaryKey({ name: 'membership_pk', columns: [t.orgId, t.userId] }),
    index('membership_user_index').on(t.userId),
  ],
);

/** Somebody is asked to join; of the link only a hash is kept. */
export const invitation = table(
  'invitation',
  {
    id: text('id').primaryKey(),
    orgId: orgId(),
    /** Bound to this address, in small letters. */
    email: text('email').notNull(),
    name: text('name').notNull(),
    grants: json<Grant[]>('grants').notNull(),
    /** The last day of the access that is offered. */
    until: text('until'),
    tokenHash: text('token_hash').notNull().unique('invitation_token_hash_unique'),
    createdBy: userId('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [index('invitation_org_index').on(t.orgId, t.createdAt)],
);

/** What a firm notes of one of its clients; what the client has itself is read only by who is a member there. */
export const engagement = table(
  'engagement',
  {
    id: text('id').primaryKey(),
    /** The firm. */
    orgId: orgId(),
    clientId: text('client_id')
      .notNull()
      .references(() => org.id, { onDelete: 'cascade' }),
    sponsor: text('sponsor').notNull(),
    scope: text('scope').notNull(),
    startsOn: text('starts_on'),
    endsOn: text('ends_on'),
    status: oneOf('status', ENGAGEMENT_STATUSES).notNull(),
    createdAt: instant('created_at').notNull(),
    version: int('version').notNull(),
  },
  (t) => [unique('engagement_client_unique').on(t.orgId, t.clientId)],
);

export const meta = table('meta', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
});

export type Org = typeof org.$inferSelect;
export type Membership = typeof membership.$inferSelect;
export type Invitation = typeof invitation.$inferSelect;
export type Engagement = typeof engagement.$inferSelect;
