import type { Rollup } from '../../lib/domain/rollup';
import { column } from '../columns';
import { orgId } from './orgs';
import { user, userId } from './people';
import { team } from './teams';

const { table, text, int, instant, json, index, unique, primaryKey, foreignKey } = column;

/** What a scorecard says of a team, of a unit with all below it, or of the whole organisation, whose node has the organisation's id. */
export const rollup = table(
  'rollup',
  {
    orgId: orgId(),
    nodeId: text('node_id').notNull(),
    /** `newest`, or a calendar quarter, `2026-Q4`: the teams that finished an assessment that speaks for a day in it. */
    period: text('period').notNull(),
    /** How many teams are in it. */
    teams: int('teams').notNull(),
    body: json<Rollup>('body').notNull(),
    /** Of the organisation's newest, every change of any row counts this up: it is the guard of all of them. */
    version: int('version').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'rollup_pk', columns: [t.orgId, t.nodeId, t.period] }),
    // How many teams are in each node is asked of all of them at once, and each row is as large as a page.
    index('rollup_teams_index').on(t.orgId, t.period, t.nodeId, t.teams),
  ],
);

/** What an organisation asks of some of its teams by a day: a finished assessment each. */
export const round = table(
  'round',
  {
    id: text('id').primaryKey(),
    orgId: orgId(),
    title: text('title').notNull(),
    /** The day by which the teams finish, `2027-03-31`. */
    dueOn: text('due_on').notNull(),
    createdBy: userId('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    closedAt: instant('closed_at'),
    closedBy: userId('closed_by'),
    version: int('version').notNull(),
  },
  (t) => [unique('round_org_id_unique').on(t.orgId, t.id), index('round_open_index').on(t.orgId, t.closedAt)],
);

export const roundTeam = table(
  'round_team',
  {
    orgId: text('org_id').notNull(),
    roundId: text('round_id').notNull(),
    teamId: text('team_id').notNull(),
    remindedAt: instant('reminded_at'),
  },
  (t) => [
    primaryKey({ name: 'round_team_pk', columns: [t.roundId, t.teamId] }),
    index('round_team_team_index').on(t.orgId, t.teamId),
    foreignKey({
      name: 'round_team_round_fk',
      columns: [t.orgId, t.roundId],
      foreignColumns: [round.orgId, round.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'round_team_team_fk',
      columns: [t.orgId, t.teamId],
      foreignColumns: [team.orgId, team.id],
    }).onDelete('cascade'),
  ],
);

/** Who gets a mail when a round of the organisation closes. */
export const watcher = table(
  'watcher',
  {
    orgId: orgId(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ name: 'watcher_pk', columns: [t.orgId, t.userId] })],
);

export type RollupRow = typeof rollup.$inferSelect;
