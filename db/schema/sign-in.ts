import { DOMAIN_ROLE_NAMES, GROUP_ROLE_NAMES } from '../../lib/domain/vocabulary';
import { column } from '../columns';
import { membership, org, orgId } from './orgs';
import { user } from './people';
import { team } from './teams';

const { table, text, oneOf, int, bool, instant, index, unique, primaryKey, foreignKey } = column;

/** How members have to come in to see the organisation; no row where it does not matter. */
export const orgSignIn = table('org_sign_in', {
  orgId: text('org_id')
    .primaryKey()
    .references(() => org.id, { onDelete: 'cascade' }),
  /** By the OpenID Connect provider alone; not asked of owners, so that a provider that fails locks nobody out for good. */
  providerOnly: bool('provider_only').notNull(),
  /** After so many hours they sign in again to go on here. */
  maxHours: int('max_hours'),
  version: int('version').notNull(),
});

/** A domain of mail addresses that an organisation says is its own, by which people join once that is shown. */
export const orgDomain = table(
  'org_domain',
  {
    orgId: orgId(),
    domain: text('domain').notNull(),
    /** Null where nobody joins by the address alone. */
    role: oneOf('role', DOMAIN_ROLE_NAMES),
    /** What the organisation publishes in the domain; no secret. */
    token: text('token').notNull(),
    createdAt: instant('created_at').notNull(),
    verifiedAt: instant('verified_at'),
    /** The domain once more as soon as it is verified, so that the database gives it to one organisation alone. */
    held: text('held').unique('org_domain_held_unique'),
    version: int('version').notNull(),
  },
  (t) => [primaryKey({ name: 'org_domain_pk', columns: [t.orgId, t.domain] })],
);

/** Who was removed by a person, or left: single sign-on does not bring them back. */
export const departed = table(
  'departed',
  {
    orgId: orgId(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ name: 'departed_pk', columns: [t.orgId, t.userId] })],
);

/** What a group of the provider gives to its people, in the whole organisation or in one team or unit. */
export const groupRole = table(
  'group_role',
  {
    id: text('id').primaryKey(),
    orgId: orgId(),
    /** As the provider writes it in its claim. */
    name: text('name').notNull(),
    role: oneOf('role', GROUP_ROLE_NAMES).notNull(),
    teamId: text('team_id'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    unique('group_role_org_id_unique').on(t.orgId, t.id),
    foreignKey({
      name: 'group_role_team_fk',
      columns: [t.orgId, t.teamId],
      foreignColumns: [team.orgId, team.id],
    }).onDelete('cascade'),
  ],
);

/** To whom a group gave its role at their last sign-in by the provider; what people give is in `membership` and `team_role`. */
export const groupGrant = table(
  'group_grant',
  {
    orgId: text('org_id').notNull(),
    userId: text('user_id').notNull(),
    groupRoleId: text('group_role_id').notNull(),
  },
  (t) => [
    primaryKey({ name: 'group_grant_pk', columns: [t.orgId, t.userId, t.groupRoleId] }),
    index('group_grant_role_index').on(t.orgId, t.groupRoleId),
    foreignKey({
      name: 'group_grant_member_fk',
      columns: [t.orgId, t.userId],
      foreignColumns: [membership.orgId, membership.userId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'group_grant_role_fk',
      columns: [t.orgId, t.groupRoleId],
      foreignColumns: [groupRole.orgId, groupRole.id],
    }).onDelete('cascade'),
  ],
);

export type OrgSignIn = typeof orgSignIn.$inferSelect;
export type OrgDomain = typeof orgDomain.$inferSelect;
export type GroupRole = typeof groupRole.$inferSelect;
