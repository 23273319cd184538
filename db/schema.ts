import type { Aims } from '../lib/domain/aims';
import type { PlanInput } from '../lib/domain/plan-input';
import { STEP_STATUSES, type PlanPromise } from '../lib/domain/plan-promise';
import type { PlanStanding } from '../lib/domain/plan-standing';
import { ISSUE_STATUSES } from '../lib/domain/report-document';
import type { Rollup } from '../lib/domain/rollup';
import type { Choice, Evidence, Scope, Targets } from '../lib/domain/schema/answers';
import type { ReportSettings } from '../lib/domain/schema/report-settings';
import type { Logo } from '../lib/domain/schema/brand';
import type { StoredScore } from '../lib/domain/stored-score';
import type { Grant } from '../lib/domain/policy';
import {
  DOMAIN_ROLE_NAMES,
  ENGAGEMENT_STATUSES,
  GATHERING_WAYS,
  GROUP_ROLE_NAMES,
  ROLE_NAMES,
  TEAM_ROLE_NAMES,
  type ModelId,
} from '../lib/domain/vocabulary';
import type { BatchInput, IndexLine } from '../lib/domain/round-batch';
import { column } from './columns';

const { table, text, oneOf, int, bool, instant, json, index, unique, primaryKey, foreignKey } = column;

export type AuditDetail = Record<string, unknown>;

export const ASSESSMENT_STATUSES = ['draft', 'review', 'finished'] as const;

/** Why an assessment stands where it stands between draft and finished: handed in to be looked at, or sent back to its team. */
export type Review = { by: string; at: string; sentBack: string | null };

/** `version` continues a finished assessment that was reopened, `round` asks what is still true, `copy` is an independent duplicate. */
export const ORIGIN_KINDS = ['version', 'round', 'copy'] as const;

export const user = table('user', {
  id: text('id').primaryKey(),
  email: text('email').notNull().unique('user_email_unique'),
  name: text('name').notNull(),
  passwordHash: text('password_hash'),
  createdAt: instant('created_at').notNull(),
  /** When its person showed that mails to the address reach them. */
  emailVerifiedAt: instant('email_verified_at'),
});

const userId = (name: string) => text(name).references(() => user.id);

/** By a password, with a code where one is asked for, or by the OpenID Connect provider. */
export const SIGN_IN_METHODS = ['password', 'oidc'] as const;

export const session = table(
  'session',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    /** What the browser said of itself when it signed in. */
    userAgent: text('user_agent'),
    /** To the hour. */
    lastSeenAt: instant('last_seen_at'),
    /** How its person came in; null from before this was noted, when there were passwords alone. */
    method: oneOf('method', SIGN_IN_METHODS),
  },
  (t) => [index('session_user_index').on(t.userId)],
);

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

const orgId = () =>
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

export const answer = table(
  'answer',
  {
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
    updatedBy: userId('updated_by').notNull(),
  },
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

/** A view of the scorecard as it was when its link was made, or of an issued report, for whoever has the link; of it only a hash is kept. */
export const share = table(
  'share',
  {
    id: text('id').primaryKey(),
    orgId: orgId(),
    tokenHash: text('token_hash').notNull().unique('share_token_hash_unique'),
    /** Hash of the code that is asked for; none is asked where it is null. */
    codeHash: text('code_hash'),
    title: text('title').notNull(),
    /** The issue of a report that it shows; a scorecard where it is null. */
    issueId: text('issue_id'),
    /** Whether a reader may take a report's files. */
    downloads: bool('downloads'),
    createdBy: userId('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    opened: int('opened').notNull(),
    lastOpenedAt: instant('last_opened_at'),
    /** Wrong codes in a row; the link locks after a few. */
    wrongCodes: int('wrong_codes').notNull(),
    /** SHA-256 over what `body` holds. */
    hash: text('hash').notNull(),
    /** JSON, deflated, as base64. */
    body: text('body').notNull(),
  },
  (t) => [index('share_org_index').on(t.orgId, t.createdAt)],
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

/** How an organisation's documents look; one without a row has the look of Rungs. */
export const brand = table('brand', {
  orgId: text('org_id')
    .primaryKey()
    .references(() => org.id, { onDelete: 'cascade' }),
  /** The organisation's where this is null. */
  name: text('name'),
  accent: text('accent'),
  confidentiality: text('confidentiality'),
  logo: json<Logo>('logo'),
  updatedAt: instant('updated_at').notNull(),
  updatedBy: userId('updated_by').notNull(),
  version: int('version').notNull(),
});

/** Words of its own that an organisation uses again: what was found, and what to do. */
export const phrase = table(
  'phrase',
  {
    id: text('id').primaryKey(),
    orgId: orgId(),
    headline: text('headline').notNull(),
    /** In the Markdown of `lib/domain/rich-text.ts`, as is the recommendation. */
    text: text('text').notNull(),
    recommendation: text('recommendation').notNull(),
    capabilities: json<string[]>('capabilities').notNull(),
    createdBy: userId('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedBy: userId('updated_by').notNull(),
    updatedAt: instant('updated_at').notNull(),
    version: int('version').notNull(),
  },
  (t) => [index('phrase_org_index').on(t.orgId)],
);

/** A climb as somebody set it up from an assessment: targets, people, order and changes. Its schedule is computed when it is read. */
export const scenario = table(
  'scenario',
  {
    id: text('id').primaryKey(),
    orgId: text('org_id').notNull(),
    assessmentId: text('assessment_id').notNull(),
    name: text('name').notNull(),
    input: json<PlanInput>('input').notNull(),
    createdBy: userId('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedBy: userId('updated_by').notNull(),
    updatedAt: instant('updated_at').notNull(),
    version: int('version').notNull(),
  },
  (t) => [
    index('scenario_assessment_index').on(t.orgId, t.assessmentId),
    foreignKey({
      name: 'scenario_assessment_fk',
      columns: [t.orgId, t.assessmentId],
      foreignColumns: [assessment.orgId, assessment.id],
    }).onDelete('cascade'),
  ],
);

/** What a team has taken on: a scenario as it was when it was chosen, and what its schedule promised on that day. */
export const plan = table(
  'plan',
  {
    id: text('id').primaryKey(),
    orgId: text('org_id').notNull(),
    teamId: text('team_id').notNull(),
    // No foreign key: a plan outlives the assessment that it was made from, should that be deleted.
    assessmentId: text('assessment_id').notNull(),
    name: text('name').notNull(),
    input: json<PlanInput>('input').notNull(),
    promise: json<PlanPromise>('promise').notNull(),
    chosenBy: userId('chosen_by').notNull(),
    chosenAt: instant('chosen_at').notNull(),
    /** When another one took its place, or the team gave it up. */
    endedAt: instant('ended_at'),
    version: int('version').notNull(),
  },
  (t) => [
    index('plan_team_index').on(t.orgId, t.teamId, t.endedAt),
    foreignKey({
      name: 'plan_team_fk',
      columns: [t.orgId, t.teamId],
      foreignColumns: [team.orgId, team.id],
    }).onDelete('cascade'),
  ],
);

/** What becomes of one step of a team, whichever plan it stands in: who does it, how far it is, and what shows that it is done. */
export const planStep = table(
  'plan_step',
  {
    orgId: text('org_id').notNull(),
    teamId: text('team_id').notNull(),
    /** `data-validation:3` */
    step: text('step').notNull(),
    owner: text('owner'),
    status: oneOf('status', STEP_STATUSES).notNull(),
    dueOn: text('due_on'),
    ticket: text('ticket'),
    note: text('note'),
    evidence: json<Evidence[]>('evidence').notNull(),
    /** The day on which it was done, and who then accepted that the team stands on the rung. */
    doneOn: text('done_on'),
    acceptedBy: userId('accepted_by'),
    acceptedAt: instant('accepted_at'),
    version: int('version').notNull(),
    updatedAt: instant('updated_at').notNull(),
    updatedBy: userId('updated_by').notNull(),
  },
  (t) => [
    primaryKey({ name: 'plan_step_pk', columns: [t.teamId, t.step] }),
    index('plan_step_org_index').on(t.orgId, t.teamId),
    foreignKey({
      name: 'plan_step_team_fk',
      columns: [t.orgId, t.teamId],
      foreignColumns: [team.orgId, team.id],
    }).onDelete('cascade'),
  ],
);

/** `own` is how the plan of one team stands; `below` adds up those of all teams below a unit, or of the organisation. */
export const STANDING_KINDS = ['own', 'below'] as const;

/** How plans stand, kept by whatever changes it. The node of the whole organisation has its id. */
export const planStanding = table(
  'plan_standing',
  {
    orgId: orgId(),
    nodeId: text('node_id').notNull(),
    kind: oneOf('kind', STANDING_KINDS).notNull(),
    body: json<PlanStanding>('body').notNull(),
    /** Of a team's own, the guard of all that it was computed from; of the organisation's, that of all sums. */
    version: int('version').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [primaryKey({ name: 'plan_standing_pk', columns: [t.orgId, t.kind, t.nodeId] })],
);

/** What somebody found beside the answers of an assessment, for its reports. */
export const finding = table(
  'finding',
  {
    id: text('id').primaryKey(),
    orgId: text('org_id').notNull(),
    assessmentId: text('assessment_id').notNull(),
    /** Lower ones come first. */
    position: int('position').notNull(),
    headline: text('headline').notNull(),
    text: text('text').notNull(),
    recommendation: text('recommendation').notNull(),
    /** By id. */
    capabilities: json<string[]>('capabilities').notNull(),
    evidence: json<Evidence[]>('evidence').notNull(),
    createdBy: userId('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedBy: userId('updated_by').notNull(),
    updatedAt: instant('updated_at').notNull(),
    version: int('version').notNull(),
  },
  (t) => [
    index('finding_assessment_index').on(t.orgId, t.assessmentId),
    foreignKey({
      name: 'finding_assessment_fk',
      columns: [t.orgId, t.assessmentId],
      foreignColumns: [assessment.orgId, assessment.id],
    }).onDelete('cascade'),
  ],
);

/** A report as somebody sets it up from an assessment; its figures are read when it is looked at, until it is issued. */
export const report = table(
  'report',
  {
    id: text('id').primaryKey(),
    orgId: text('org_id').notNull(),
    assessmentId: text('assessment_id').notNull(),
    settings: json<ReportSettings>('settings').notNull(),
    createdBy: userId('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedBy: userId('updated_by').notNull(),
    updatedAt: instant('updated_at').notNull(),
    version: int('version').notNull(),
  },
  (t) => [
    unique('report_org_id_unique').on(t.orgId, t.id),
    index('report_assessment_index').on(t.orgId, t.assessmentId),
    foreignKey({
      name: 'report_assessment_fk',
      columns: [t.orgId, t.assessmentId],
      foreignColumns: [assessment.orgId, assessment.id],
    }).onDelete('cascade'),
  ],
);

/** A draft or final of a report as it was handed over: nothing changes it. */
export const reportIssue = table(
  'report_issue',
  {
    id: text('id').primaryKey(),
    orgId: text('org_id').notNull(),
    reportId: text('report_id').notNull(),
    status: oneOf('status', ISSUE_STATUSES).notNull(),
    number: text('number').notNull(),
    /** What is different from the final before, a line each. */
    changes: json<string[]>('changes').notNull(),
    edition: text('edition')
      .notNull()
      .references(() => edition.hash),
    /** SHA-256 over what `body` holds, and the signature of it by the key of this installation. */
    hash: text('hash').notNull(),
    signature: text('signature').notNull(),
    /** JSON, deflated, as base64. */
    body: text('body').notNull(),
    issuedBy: userId('issued_by').notNull(),
    issuedAt: instant('issued_at').notNull(),
  },
  (t) => [
    unique('report_issue_number_unique').on(t.reportId, t.status, t.number),
    index('report_issue_org_index').on(t.orgId, t.reportId),
    foreignKey({
      name: 'report_issue_report_fk',
      columns: [t.orgId, t.reportId],
      foreignColumns: [report.orgId, report.id],
    }).onDelete('cascade'),
  ],
);

export const DECISION_STATUSES = ['open', 'decided', 'dismissed'] as const;

/** What somebody above the teams is asked to decide: proposed by their plans, or written by hand. A proposal that was dismissed is kept, so that it does not come back. */
export const decision = table(
  'decision',
  {
    id: text('id').primaryKey(),
    orgId: orgId(),
    title: text('title').notNull(),
    /** The day before which it is wanted, `2027-01-31`. */
    beforeOn: text('before_on'),
    /** Key of the proposal that it was made of, `role:ml-engineer`. */
    source: text('source'),
    /** Teams that wait for it; of a proposal as many as there were then, counted anew as long as the plans propose it. */
    waiting: int('waiting').notNull(),
    status: oneOf('status', DECISION_STATUSES).notNull(),
    /** The words of the decision. */
    outcome: text('outcome'),
    createdBy: userId('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedBy: userId('updated_by').notNull(),
    updatedAt: instant('updated_at').notNull(),
    version: int('version').notNull(),
  },
  (t) => [unique('decision_org_source_unique').on(t.orgId, t.source)],
);

export const JOB_KINDS = ['round-reports'] as const;

export const JOB_STATUSES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;

/** Work that no request waits for. The table is the queue: whichever process claims a row first does it. */
export const job = table(
  'job',
  {
    id: text('id').primaryKey(),
    orgId: orgId(),
    kind: oneOf('kind', JOB_KINDS).notNull(),
    /** What it is about: the id of a round. */
    subject: text('subject').notNull(),
    /** The same until the job has ended, so that there is never a second one that is not done. */
    slot: text('slot'),
    input: json<BatchInput>('input').notNull(),
    status: oneOf('status', JOB_STATUSES).notNull(),
    total: int('total').notNull(),
    /** Parts that are there or have failed. */
    done: int('done').notNull(),
    /** How often the process that did it was gone without a word. */
    losses: int('losses').notNull(),
    /** Why the whole of it failed. */
    error: text('error'),
    createdBy: userId('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    startedAt: instant('started_at'),
    /** When its process last said that it is at it; empty where it was put back. */
    heartbeatAt: instant('heartbeat_at'),
    /** The process that does it. */
    claimedBy: text('claimed_by'),
    finishedAt: instant('finished_at'),
    expiresAt: instant('expires_at'),
    version: int('version').notNull(),
  },
  (t) => [
    unique('job_org_id_unique').on(t.orgId, t.id),
    unique('job_org_slot_unique').on(t.orgId, t.slot),
    index('job_status_index').on(t.status, t.createdAt),
  ],
);

export const PART_STATUSES = ['waiting', 'done', 'failed', 'left-out'] as const;

/** One file of a job. It points to no assessment, so that one may go while its report waits; the part then says so. */
export const jobPart = table(
  'job_part',
  {
    orgId: text('org_id').notNull(),
    jobId: text('job_id').notNull(),
    position: int('position').notNull(),
    /** The assessment that it is made of; empty for a team without one. */
    assessmentId: text('assessment_id'),
    line: json<IndexLine>('line').notNull(),
    /** Name of the file in the archive. */
    file: text('file'),
    status: oneOf('status', PART_STATUSES).notNull(),
    /** Of the file as it is unpacked. */
    check: json<{ size: number; crc: number }>('check'),
    /** Why there is none. */
    error: text('error'),
    /** The file, deflated, as base64. It is the last, as SQLite reads through a long column to those behind it. */
    body: text('body'),
  },
  (t) => [
    primaryKey({ name: 'job_part_pk', columns: [t.jobId, t.position] }),
    foreignKey({
      name: 'job_part_job_fk',
      columns: [t.orgId, t.jobId],
      foreignColumns: [job.orgId, job.id],
    }).onDelete('cascade'),
  ],
);

export const meta = table('meta', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
});

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

/** What is counted against a limit within one window of time, by a keyed hash of whom or what it is about. Belongs to no organisation. */
export const attempt = table(
  'attempt',
  {
    key: text('key').notNull(),
    windowStart: instant('window_start').notNull(),
    count: int('count').notNull(),
  },
  (t) => [
    primaryKey({ name: 'attempt_pk', columns: [t.key, t.windowStart] }),
    index('attempt_window_index').on(t.windowStart),
  ],
);

export const SECRET_LINK_KINDS = ['verify-email', 'reset-password', 'change-email'] as const;

/** A link that acts once, from a mail; of its token only a hash is kept. */
export const secretLink = table(
  'secret_link',
  {
    id: text('id').primaryKey(),
    kind: oneOf('kind', SECRET_LINK_KINDS).notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** Where the mail went, which is what the link is good for. */
    email: text('email').notNull(),
    tokenHash: text('token_hash').notNull().unique('secret_link_token_hash_unique'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** When it was used, or died because another took its place. */
    usedAt: instant('used_at'),
  },
  (t) => [index('secret_link_user_index').on(t.userId, t.kind)],
);

/** What an account asks for beside its password. It counts from the first right code on. */
export const secondFactor = table('second_factor', {
  userId: text('user_id')
    .primaryKey()
    .references(() => user.id, { onDelete: 'cascade' }),
  /** Encrypted; see lib/users/second-factor-secret.ts. */
  secret: text('secret').notNull(),
  createdAt: instant('created_at').notNull(),
  confirmedAt: instant('confirmed_at'),
  /** The step of time of the last code, as no code works twice. */
  lastStep: int('last_step').notNull(),
});

export const recoveryCode = table(
  'recovery_code',
  {
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [primaryKey({ name: 'recovery_code_pk', columns: [t.userId, t.codeHash] })],
);

/** By whom of the OpenID Connect provider an account is entered: the provider never gives a subject to somebody else, an address it may. */
export const identity = table(
  'identity',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'identity_pk', columns: [t.issuer, t.subject] }),
    index('identity_user_index').on(t.userId),
  ],
);

/** An account that its person asked to delete: it goes after this instant unless they keep it before. */
export const accountDeletion = table('account_deletion', {
  userId: text('user_id')
    .primaryKey()
    .references(() => user.id, { onDelete: 'cascade' }),
  after: instant('after').notNull(),
});

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
    orgId: text('org_id').notNull(),
    assessmentId: text('assessment_id').notNull(),
    respondentId: text('respondent_id').notNull(),
    capability: text('capability').notNull(),
    value: json<Choice>('value'),
    note: text('note'),
    evidence: json<Evidence[]>('evidence').notNull(),
    flagged: bool('flagged').notNull(),
    vendorsSeenFirst: bool('vendors_seen_first').notNull(),
    version: int('version').notNull(),
    updatedAt: instant('updated_at').notNull(),
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

/** What an answer was before it was replaced, by the version that it had. */
export const pastAnswer = table(
  'past_answer',
  {
    orgId: text('org_id').notNull(),
    assessmentId: text('assessment_id').notNull(),
    capability: text('capability').notNull(),
    version: int('version').notNull(),
    value: json<Choice>('value'),
    note: text('note'),
    evidence: json<Evidence[]>('evidence').notNull(),
    flagged: bool('flagged').notNull(),
    vendorsSeenFirst: bool('vendors_seen_first').notNull(),
    updatedAt: instant('updated_at').notNull(),
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

export type User = typeof user.$inferSelect;
export type NewUser = typeof user.$inferInsert;
export type Session = typeof session.$inferSelect;
export type NewSession = typeof session.$inferInsert;
export type Identity = typeof identity.$inferSelect;
export type Attempt = typeof attempt.$inferSelect;
export type SecretLink = typeof secretLink.$inferSelect;
export type SecondFactor = typeof secondFactor.$inferSelect;
export type AccountDeletion = typeof accountDeletion.$inferSelect;
export type OrgSignIn = typeof orgSignIn.$inferSelect;
export type Org = typeof org.$inferSelect;
export type Membership = typeof membership.$inferSelect;
export type Team = typeof team.$inferSelect;
export type Invitation = typeof invitation.$inferSelect;
export type Engagement = typeof engagement.$inferSelect;
export type Assessment = typeof assessment.$inferSelect;
export type Answer = typeof answer.$inferSelect;
export type Stated = typeof stated.$inferSelect;
export type Score = typeof score.$inferSelect;
export type Edition = typeof edition.$inferSelect;
export type Frozen = typeof frozen.$inferSelect;
export type RollupRow = typeof rollup.$inferSelect;
export type StandingRow = typeof planStanding.$inferSelect;
export type OldAudit = typeof audit.$inferSelect;
export type AuditHead = typeof auditHead.$inferSelect;
export type AuditLine = typeof auditLine.$inferSelect;
export type Share = typeof share.$inferSelect;
export type Job = typeof job.$inferSelect;
export type JobPart = typeof jobPart.$inferSelect;
export type OrgDomain = typeof orgDomain.$inferSelect;
export type GroupRole = typeof groupRole.$inferSelect;
export type Gathering = typeof gathering.$inferSelect;
export type Respondent = typeof respondent.$inferSelect;
export type GuestLink = typeof guestLink.$inferSelect;
export type OwnAnswer = typeof ownAnswer.$inferSelect;
export type Task = typeof task.$inferSelect;
export type Settlement = typeof settlement.$inferSelect;
export type PastAnswer = typeof pastAnswer.$inferSelect;
export type EvidenceRequest = typeof evidenceRequest.$inferSelect;
