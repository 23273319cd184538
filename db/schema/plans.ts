import type { PlanInput } from '../../lib/domain/plan-input';
import { type PlanPromise, STEP_STATUSES } from '../../lib/domain/plan-promise';
import type { PlanStanding } from '../../lib/domain/plan-standing';
import type { Evidence } from '../../lib/domain/schema/answers';
import { column } from '../columns';
import { assessment } from './assessments';
import { orgId } from './orgs';
import { userId } from './people';
import { team } from './teams';

const { table, text, oneOf, int, instant, json, index, unique, primaryKey, foreignKey } = column;

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

export type StandingRow = typeof planStanding.$inferSelect;
