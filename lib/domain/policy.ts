import type { MemberRole } from './vocabulary';

/**
 * Who may do what: one table, with the words that a settings page and a test print. An unknown role, action or a missing actor is *no*.
 */
export const ACTIONS = {
  'org.read': {
    words: 'see results, reports and the organisation page',
    roles: ['owner', 'contributor', 'viewer'],
  },
  'org.configure': {
    words: 'change the name, the questionnaires and the targets of the organisation',
    roles: ['owner'],
  },
  'team.create': { words: 'add, import, rename, move and remove teams', roles: ['owner'] },
  'round.run': { words: 'open, change, remind and close rounds', roles: ['owner'] },
  'assessment.create': { words: 'start an assessment', roles: ['owner', 'contributor'] },
  'assessment.configure': {
    words: 'change scope, questionnaires and targets',
    roles: ['owner', 'contributor'],
  },
  'assessment.answer': { words: 'answer and state criteria', roles: ['owner', 'contributor'] },
  'assessment.finish': { words: 'finish a draft or hand it in for review', roles: ['owner', 'contributor'] },
  'assessment.review': {
    words: 'finish what is in review, or send it back with a reason',
    roles: ['owner'],
  },
  'assessment.delete': {
    words: 'put a draft into the bin and take it out again',
    roles: ['owner', 'contributor'],
  },
  'assessment.withdraw': {
    words: 'reopen or archive a finished assessment, or put it into the bin',
    roles: ['owner'],
  },
  'assessment.export': {
    words: 'take the report and the assessment file',
    roles: ['owner', 'contributor', 'viewer'],
  },
  'plan.make': {
    words: 'save scenarios, change their steps, and choose one as the plan of a team',
    roles: ['owner', 'contributor'],
  },
  'plan.keep': {
    words: 'say who does a step of a plan, how far it is, and accept the rung it reached',
    roles: ['owner', 'contributor'],
  },
  'report.write': {
    words: 'write findings, set up reports, and issue drafts of them',
    roles: ['owner', 'contributor'],
  },
  'report.finalise': { words: 'issue the final of a report', roles: ['owner'] },
  'report.batch': {
    words: 'have the reports of all teams of a round made as one archive',
    roles: ['owner'],
  },
  'decision.make': {
    words: 'word, change and settle the decisions that the scorecard asks for',
    roles: ['owner'],
  },
  'share.manage': {
    words: 'share the scorecard by link, and take links back',
    roles: ['owner'],
  },
  'brand.change': { words: 'change the logo, the colour and the names on documents', roles: ['owner'] },
  'audit.read': { words: 'read and export the audit log', roles: ['owner'] },
  'phrase.keep': { words: 'keep phrases for findings', roles: ['owner', 'contributor'] },
} as const satisfies Record<string, { words: string; roles: readonly MemberRole[] }>;

export type Action = keyof typeof ACTIONS;

/** A signed-in person within one organisation. */
export type Actor = { userId: string; orgId: string; role: MemberRole };

/** Whether this person may do this in an organisation; another organisation's is always *no*. */
export function can(actor: Actor | null | undefined, action: Action, resource: { orgId: string }): boolean {
  if (actor === null || actor === undefined || actor.orgId !== resource.orgId) return false;
  if (!Object.hasOwn(ACTIONS, action)) return false;
  const roles: readonly MemberRole[] = ACTIONS[action].roles;
  return roles.includes(actor.role);
}
