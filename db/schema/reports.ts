import { ISSUE_STATUSES } from '../../lib/domain/report-document';
import type { Evidence } from '../../lib/domain/schema/answers';
import type { Logo } from '../../lib/domain/schema/brand';
import type { ReportSettings } from '../../lib/domain/schema/report-settings';
import { column } from '../columns';
import { assessment, edition } from './assessments';
import { org, orgId } from './orgs';
import { userId } from './people';

const { table, text, oneOf, int, bool, instant, json, index, unique, foreignKey } = column;

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

export type Share = typeof share.$inferSelect;
