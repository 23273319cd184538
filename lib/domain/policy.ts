import { list } from './labels';
import { ROLE_NAMES, type MemberRole } from './vocabulary';

/** The five roles in one line each, as an invitation and the settings page say them. */
export const ROLE_WORDS: Record<MemberRole, string> = {
  owner: 'everything, and answers for the organisation',
  admin: 'people, teams and settings, and all that a facilitator may',
  facilitator: 'runs assessments and rounds, finishes, reports',
  contributor: 'answers and plans for the teams they are on',
  viewer: 'reads results, reports and scorecards',
};

const OWNERS = ['owner'] as const;
const ADMINS = ['owner', 'admin'] as const;
const FACILITATORS = [...ADMINS, 'facilitator'] as const;
const CONTRIBUTORS = [...FACILITATORS, 'contributor'] as const;

/**
 * Who may do what: one table, with the words that a settings page and a test print. An unknown role, action or a missing actor is *no*.
 */
export const ACTIONS = {
  'org.read': {
    words: 'see results, reports and the organisation page',
    roles: ROLE_NAMES,
  },
  'org.configure': {
    words:
      'change the name, the questionnaires and the targets of the organisation, and how its members sign in',
    roles: ADMINS,
  },
  'org.own': { words: 'take the whole organisation along, delete it', roles: OWNERS },
  'member.manage': {
    words: 'invite people, change their roles and remove them; owners are changed by owners',
    roles: ADMINS,
  },
  'client.manage': { words: 'add clients of the firm and note how they stand', roles: FACILITATORS },
  'team.create': { words: 'add, import, rename, move and remove teams', roles: ADMINS },
  'round.run': { words: 'open, change, remind and close rounds', roles: FACILITATORS },
  'assessment.create': { words: 'start an assessment', roles: CONTRIBUTORS },
  'assessment.configure': { words: 'change scope, questionnaires and targets', roles: CONTRIBUTORS },
  'assessment.answer': { words: 'answer and state criteria', roles: CONTRIBUTORS },
  'assessment.gather': {
    words: 'choose who is asked and how, open what was answered alone, and read it then',
    roles: FACILITATORS,
  },
  'assessment.finish': { words: 'finish a draft or hand it in for review', roles: CONTRIBUTORS },
  'assessment.review': {
    words: 'finish what is in review, or send it back with a reason',
    roles: FACILITATORS,
  },
  'assessment.delete': { words: 'put a draft into the bin and take it out again', roles: CONTRIBUTORS },
  'assessment.withdraw': {
    words: 'reopen or archive a finished assessment, put it into the bin and take it out again',
    roles: FACILITATORS,
  },
  'assessment.export': { words: 'take the report and the assessment file', roles: ROLE_NAMES },
  'plan.make': {
    words: 'save scenarios, change their steps, and choose one as the plan of a team',
    roles: CONTRIBUTORS,
  },
  'plan.keep': {
    words: 'say who does a step of a plan, how far it is, and accept the rung it reached',
    roles: CONTRIBUTORS,
  },
  'report.write': { words: 'write findings, set up reports, and issue drafts of them', roles: CONTRIBUTORS },
  'report.finalise': { words: 'issue the final of a report', roles: FACILITATORS },
  'report.batch': {
    words: 'have the reports of all teams of a round made as one archive',
    roles: FACILITATORS,
  },
  'decision.make': {
    words: 'word, change and settle the decisions that the scorecard asks for',
    roles: FACILITATORS,
  },
  'share.manage': {
    words: 'share the scorecard and reports by link, and take links back',
    roles: FACILITATORS,
  },
  'brand.change': { words: 'change the logo, the colour and the names on documents', roles: ADMINS },
  'audit.read': { words: 'read and export the audit log', roles: ADMINS },
  'phrase.keep': { words: 'keep phrases for findings', roles: CONTRIBUTORS },
} as const satisfies Record<string, { words: string; roles: readonly MemberRole[] }>;

export type Action = keyof typeof ACTIONS;

/** `a facilitator, an admin or an owner`: who may do it, the one who usually does first. */
export const whoMay = (action: Action): string =>
  list(
    ACTIONS[action].roles.toReversed().map((role) => `${/^[ao]/.test(role) ? 'an' : 'a'} ${role}`),
    'or',
  );

/** What putting an assessment into the bin asks for, and taking it out again. */
export const binAction = ({ status }: { status: string }): Action =>
  status === 'finished' ? 'assessment.withdraw' : 'assessment.delete';

/** A signed-in person at one place of an organisation, with the strongest role that they have there; `null` is none. */
export type Actor = { userId: string; orgId: string; role: MemberRole | null };

/** Whether this person may do this in an organisation; another organisation's is always *no*. */
export function can(actor: Actor | null | undefined, action: Action, resource: { orgId: string }): boolean {
  if (actor === null || actor === undefined || actor.orgId !== resource.orgId) return false;
  if (actor.role === null || !Object.hasOwn(ACTIONS, action)) return false;
  const roles: readonly MemberRole[] = ACTIONS[action].roles;
  return roles.includes(actor.role);
}

/** A role in the whole organisation, where `teamId` is null, or in one team or unit with all below it. */
export type Grant = { teamId: string | null; role: MemberRole };

/**
 * The strongest role of these at a place: `path` holds the team and the units above it, `null` stands for the organisation itself, to
 * which only what was given for the whole of it counts, and `anywhere` for what belongs to no team, such as the library.
 */
export function roleAt(
  grants: readonly Grant[],
  path: readonly string[] | 'anywhere' | null,
): MemberRole | null {
  const counts = ({ teamId }: Grant): boolean =>
    teamId === null || path === 'anywhere' || (path?.includes(teamId) ?? false);
  const roles = new Set(grants.filter(counts).map(({ role }) => role));
  return ROLE_NAMES.find((role) => roles.has(role)) ?? null;
}

/** Each place once, with the strongest role that is given there. */
export const strongestGrants = (grants: readonly Grant[]): Grant[] =>
  [...new Set(grants.map(({ teamId }) => teamId))].flatMap((teamId) => {
    const role = roleAt(
      grants.filter((grant) => grant.teamId === teamId),
      teamId === null ? null : [teamId],
    );
    return role === null ? [] : [{ teamId, role }];
  });

/** Whether whoever has these grants has all that the others give, place by place. */
export const coversGrants = (grants: readonly Grant[], others: readonly Grant[]): boolean =>
  others.every(({ teamId, role }) => {
    const had = roleAt(grants, teamId === null ? null : [teamId]);
    return had !== null && ROLE_NAMES.indexOf(had) <= ROLE_NAMES.indexOf(role);
  });

/** The teams and units, with all below them, to which somebody is confined; `null` for who has a role in the whole organisation. */
export function confinedTo(grants: readonly Grant[]): string[] | null {
  const inTeams = grants.flatMap(({ teamId }) => teamId ?? []);
  return inTeams.length < grants.length ? null : inTeams;
}
