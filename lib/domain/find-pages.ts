import type { Findable } from './find';
import { can, type Action, type Actor } from './policy';

/** Who finds a page: everybody in the organisation, or who may do this in the whole of it. */
type Page = { path: string; title: string; detail: string; needs: Action | null; also?: readonly string[] };

/** The pages of an organisation's settings, as their tabs and the search name them. */
export const SETTINGS_PAGES = [
  {
    ...{ path: '', title: 'Organisation', needs: 'org.read' },
    also: [
      'name',
      'questionnaires',
      'targets',
      'archive',
      'take everything along',
      'delete',
      'who may do what',
    ],
  },
  { path: '/people', title: 'People', needs: 'org.read', also: ['members', 'invite', 'roles', 'leave'] },
  {
    ...{ path: '/sign-in', title: 'Signing in', needs: 'org.configure' },
    also: ['single sign-on', 'domains', 'groups', 'second factor', 'OpenID Connect'],
  },
  { path: '/brand', title: 'Brand', needs: 'org.read', also: ['logo', 'colour', 'words', 'documents'] },
  { path: '/phrases', title: 'Phrases', needs: 'org.read', also: ['findings'] },
  { path: '/audit', title: 'Audit log', needs: 'audit.read', also: ['who did what', 'export'] },
] as const satisfies (Omit<Page, 'detail'> & { needs: Action })[];

const PAGES: readonly Page[] = [
  { path: '', title: 'Scorecard', detail: 'where the organisation stands', needs: 'org.read' },
  { path: '/waiting', title: 'For you', detail: 'what waits for you', needs: null },
  { path: '/teams', title: 'Teams', detail: 'teams and units', needs: null, also: ['add', 'import'] },
  { path: '/rounds', title: 'Rounds', detail: 'all teams by a day', needs: 'org.read', also: ['reminders'] },
  { path: '/scorecard/teams', title: 'Team table', detail: 'every team with its levels', needs: 'org.read' },
  { path: '/scorecard/trend', title: 'Trend', detail: 'how the organisation moved', needs: 'org.read' },
  { path: '/scorecard/coverage', title: 'Coverage', detail: 'who has answered', needs: 'org.read' },
  {
    path: '/scorecard/roles',
    title: 'Roles that plans need',
    detail: 'person-days by role',
    needs: 'org.read',
  },
  { path: '/scorecard/decisions', title: 'Decisions', detail: 'what plans ask for', needs: 'org.read' },
  { path: '/shares', title: 'Shared views', detail: 'scorecards and reports by link', needs: 'share.manage' },
  { path: '/clients', title: 'Clients', detail: 'organisations that you assess', needs: 'client.manage' },
  { path: '/library', title: 'Library', detail: 'models, capabilities, roles, tools, terms', needs: null },
  ...SETTINGS_PAGES.map(({ path, title, needs, also }) => ({
    ...{ path: `/settings${path}`, title, detail: 'settings of the organisation', needs },
    also: ['settings', ...also],
  })),
];

/** At addresses of their own, whatever the organisation. */
const ACCOUNT: Findable = {
  ...{ kind: 'page', title: 'Your account', href: '/account', detail: 'name, address, password, sessions' },
  also: [
    'settings',
    'e-mail',
    'codes at sign-in',
    'second factor',
    'sign out',
    'your data',
    'delete account',
  ],
};

/** The pages that this person may open; `actor` as they stand in the organisation as a whole. */
export function pageThings(base: string, actor: Actor): Findable[] {
  const there = { orgId: actor.orgId };
  return [
    ...PAGES.filter(({ needs }) => needs === null || can(actor, needs, there)).map(
      ({ path, title, detail, also = [] }): Findable => ({
        ...{ kind: 'page', title, detail, href: `${base}${path}`, also },
      }),
    ),
    ACCOUNT,
  ];
}
