import type { Aims } from '../../lib/domain/aims';
import { TEAM_ROLE_NAMES } from '../../lib/domain/vocabulary';
import { column } from '../columns';
import { membership, orgId } from './orgs';
import { userId } from './people';

const { table, text, oneOf, int, instant, json, index, unique, primaryKey, foreignKey } = column;

// Below, a reference to a tenant's row carries the organisation too (org_id, id): the database itself
// refuses a row that points into another organisation. That needs the otherwise idle `unique(org_id, id)`.
// A team with assessments cannot be deleted, only the whole organisation can: answers are never lost in passing.

export const team = table(
  'team',
  {
    id: text('id').primaryKey(),
    orgId: orgId(),
    parentId: text('parent_id'),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    createdAt: instant('created_at').notNull(),
    aims: json<Aims>('aims'),
    version: int('version').notNull(),
  },
  (t) => [
    unique('team_org_id_unique').on(t.orgId, t.id),
    unique('team_org_slug_unique').on(t.orgId, t.slug),
    foreignKey({ name: 'team_parent_fk', columns: [t.orgId, t.parentId], foreignColumns: [t.orgId, t.id] }),
  ],
);

/** What a member may do in one team or unit and all below it, beside what they may in the whole organisation. */
export const teamRole = table(
  'team_role',
  {
    orgId: text('org_id').notNull(),
    userId: text('user_id').notNull(),
    teamId: text('team_id').notNull(),
    role: oneOf('role', TEAM_ROLE_NAMES).notNull(),
  },
  (t) => [
    primaryKey({ name: 'team_role_pk', columns: [t.orgId, t.userId, t.teamId] }),
    index('team_role_team_index').on(t.orgId, t.teamId),
    foreignKey({
      name: 'team_role_member_fk',
      columns: [t.orgId, t.userId],
      foreignColumns: [membership.orgId, membership.userId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'team_role_team_fk',
      columns: [t.orgId, t.teamId],
      foreignColumns: [team.orgId, team.id],
    }).onDelete('cascade'),
  ],
);

/** A team, or a unit with all below it, takes the answers to some capabilities from a platform team. */
export const provision = table(
  'provision',
  {
    orgId: text('org_id').notNull(),
    teamId: text('team_id').primaryKey(),
    sourceId: text('source_id').notNull(),
    /** Those that the content marks as asked of the organisation, where this is null. */
    capabilities: json<string[]>('capabilities'),
    createdBy: userId('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    foreignKey({
      name: 'provision_team_fk',
      columns: [t.orgId, t.teamId],
      foreignColumns: [team.orgId, team.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'provision_source_fk',
      columns: [t.orgId, t.sourceId],
      foreignColumns: [team.orgId, team.id],
    }).onDelete('cascade'),
  ],
);

export type Team = typeof team.$inferSelect;
