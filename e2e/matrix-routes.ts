/** Everybody who may ask, as `lib/dev/seed-matrix.ts` makes them. In braces stand the things that it makes. */
export const CALLERS = [
  'nobody',
  'guest',
  'stranger',
  'removed',
  'revoked',
  'team',
  'viewer',
  'contributor',
  'facilitator',
  'admin',
  'owner',
] as const;

export type Caller = (typeof CALLERS)[number];

/**
 * Who may have a page or a file: everybody; whoever is signed in; or members from this role on, as each role may all that weaker ones
 * may. `own team` is also for a contributor of Fraud scoring who has no role in the organisation.
 */
export type Least = 'everybody' | 'signed in' | 'viewer' | 'contributor' | 'facilitator' | 'admin' | 'owner';

export type Row = { address: string; least: Least; ownTeam?: true };

const ROLES: readonly Caller[] = ['viewer', 'contributor', 'facilitator', 'admin', 'owner'];

/** Whom nothing shows to be somebody; a guest has what opens a shared link. */
export const isSignedOut = (caller: Caller): boolean => ['nobody', 'guest', 'revoked'].includes(caller);

/** Whether this caller gets it. */
export function gets(caller: Caller, { least, ownTeam }: Pick<Row, 'least' | 'ownTeam'>): boolean {
  if (least === 'everybody') return true;
  if (isSignedOut(caller)) return false;
  if (least === 'signed in') return true;
  if (caller === 'team') return ownTeam === true && (least === 'viewer' || least === 'contributor');
  const from = ROLES.indexOf(least);
  return from >= 0 && ROLES.indexOf(caller) >= from;
}

const FINISHED = '/{org}/assessments/{finished}';
const DRAFT = '/{org}/assessments/{draft}';
const REPORT = `${FINISHED}/report/{report}`;
const TEAM = '/{org}/teams/{team}';

const everybody = (address: string): Row => ({ address, least: 'everybody' });
const member = (address: string, least: Least = 'viewer'): Row => ({ address, least });
const own = (address: string, least: Least = 'viewer'): Row => ({ address, least, ownTeam: true });

/** Every page of the built application, by its folder; one without a row fails. */
export const PAGES: Record<string, Row> = {
  '/': everybody('/?stay=1'),
  '/about': everybody('/about'),
  '/blank': everybody('/blank'),
  '/check': everybody('/check'),
  '/verify': everybody('/verify'),
  '/signin': everybody('/signin'),
  '/signin/code': everybody('/signin/code'),
  '/signup': everybody('/signup'),
  '/password': everybody('/password'),
  '/password/[token]': everybody('/password/none'),
  '/confirm/address/[token]': everybody('/confirm/address/none'),
  '/confirm/new-address/[token]': everybody('/confirm/new-address/none'),
  '/invite/[token]': everybody('/invite/none'),
  '/s/[token]': everybody('/s/{share}'),
  '/answer/[token]': everybody('/answer/none'),
  '/account': { address: '/account', least: 'signed in' },
  '/account/codes': { address: '/account/codes', least: 'signed in' },
  '/[org]': member('/{org}'),
  '/[org]/waiting': own('/{org}/waiting'),
  '/[org]/find': own('/{org}/find?q=fraud'),
  '/[org]/teams': own('/{org}/teams'),
  '/[org]/teams/[team]': own(TEAM),
  '/[org]/teams/[team]/change': member(`${TEAM}/change`, 'admin'),
  '/[org]/teams/[team]/compare': own(`${TEAM}/compare`),
  '/[org]/teams/[team]/plan': own(`${TEAM}/plan`),
  '/[org]/teams/[team]/start': own(`${TEAM}/start`, 'contributor'),
  '/[org]/assessments/[id]': own(DRAFT),
  '/[org]/assessments/[id]/[model]': own(`${FINISHED}/aws`),
  '/[org]/assessments/[id]/edition': own(`${DRAFT}/edition`),
  '/[org]/assessments/[id]/evidence/[capability]': own(`${DRAFT}/evidence/rollback`, 'contributor'),
  '/[org]/assessments/[id]/findings': own(`${FINISHED}/findings`),
  '/[org]/assessments/[id]/gaps': own(`${FINISHED}/gaps`),
  '/[org]/assessments/[id]/history/[capability]': own(`${DRAFT}/history/rollback`, 'contributor'),
  '/[org]/assessments/[id]/people': own(`${DRAFT}/people`),
  '/[org]/assessments/[id]/people/[respondent]': own(
    '/{org}/assessments/{alone}/people/{respondent}',
    'facilitator',
  ),
  '/[org]/assessments/[id]/report': own(`${FINISHED}/report`),
  '/[org]/assessments/[id]/report/[report]': own(REPORT),
  '/[org]/assessments/[id]/results': own(`${FINISHED}/results`),
  '/[org]/assessments/[id]/roadmap': own(`${FINISHED}/roadmap`),
  '/[org]/assessments/[id]/roadmap/compare': own(`${FINISHED}/roadmap/compare`),
  '/[org]/assessments/[id]/discuss': own(`${DRAFT}/discuss`, 'facilitator'),
  '/[org]/assessments/[id]/meeting/[capability]': own(`${DRAFT}/meeting/rollback`, 'facilitator'),
  '/[org]/assessments/[id]/import': own(`${DRAFT}/import`, 'contributor'),
  '/[org]/assessments/[id]/setup': own(`${DRAFT}/setup`, 'contributor'),
  '/[org]/clients': member('/{org}/clients', 'facilitator'),
  '/[org]/library': own('/{org}/library'),
  '/[org]/library/capabilities/[id]': own('/{org}/library/capabilities/rollback'),
  '/[org]/library/glossary': own('/{org}/library/glossary'),
  '/[org]/library/models/[model]': own('/{org}/library/models/aws'),
  '/[org]/library/roles': own('/{org}/library/roles'),
  '/[org]/library/tools': own('/{org}/library/tools'),
  '/[org]/rounds': member('/{org}/rounds'),
  '/[org]/rounds/[round]': member('/{org}/rounds/{archived}'),
  '/[org]/rounds/[round]/reports': member('/{org}/rounds/{archived}/reports', 'facilitator'),
  '/[org]/scorecard/coverage': member('/{org}/scorecard/coverage'),
  '/[org]/scorecard/decisions': member('/{org}/scorecard/decisions'),
  '/[org]/scorecard/roles': member('/{org}/scorecard/roles'),
  '/[org]/scorecard/teams': member('/{org}/scorecard/teams'),
  '/[org]/scorecard/trend': member('/{org}/scorecard/trend'),
  '/[org]/settings': member('/{org}/settings'),
  '/[org]/settings/audit': member('/{org}/settings/audit', 'admin'),
  '/[org]/settings/brand': member('/{org}/settings/brand'),
  '/[org]/settings/people': member('/{org}/settings/people'),
  '/[org]/settings/people/[user]': member('/{org}/settings/people/{member}', 'admin'),
  '/[org]/settings/sign-in': member('/{org}/settings/sign-in', 'admin'),
  '/[org]/settings/phrases': own('/{org}/settings/phrases'),
  '/[org]/shares': member('/{org}/shares', 'facilitator'),
};

/** Every route handler that is read. */
export const FILES: Record<string, Row> = {
  '/api/health': everybody('/api/health'),
  '/api/health/live': everybody('/api/health/live'),
  '/api/health/ready': everybody('/api/health/ready'),
  '/api/auth/[...nextauth]': everybody('/api/auth/session'),
  '/icon.svg': everybody('/icon.svg'),
  '/s/[token]/pdf': everybody('/s/{share}/pdf'),
  '/s/[token]/file': everybody('/s/{files}/file?format=md'),
  // As JSON; who listens to it as a stream is asked the same by the same door.
  '/api/assessments/[id]/changes': own('/api/assessments/{draft}/changes?org={org}'),
  '/[org]/find/results': own('/{org}/find/results?q=fraud'),
  '/[org]/assessments/[id]/file': own(`${FINISHED}/file`),
  '/[org]/assessments/[id]/sheet': own(`${DRAFT}/sheet`),
  '/[org]/assessments/[id]/report/[report]/file': own(`${REPORT}/file?format=md`),
  '/[org]/assessments/[id]/report/pdf': own(`${FINISHED}/report/pdf?edition=short`),
  '/[org]/assessments/[id]/roadmap/export': own(`${FINISHED}/roadmap/export?format=markdown`),
  '/[org]/library/questionnaire': own('/{org}/library/questionnaire'),
  '/[org]/rounds/[round]/reports/[job]': member('/{org}/rounds/{archived}/reports/{job}', 'facilitator'),
  '/[org]/scorecard/csv': member('/{org}/scorecard/csv'),
  '/[org]/scorecard/pdf': member('/{org}/scorecard/pdf'),
  '/[org]/scorecard/report': member('/{org}/scorecard/report?team={team}'),
  '/[org]/scorecard/xlsx': member('/{org}/scorecard/xlsx'),
  '/[org]/settings/audit/csv': member('/{org}/settings/audit/csv', 'admin'),
  '/[org]/settings/audit/jsonl': member('/{org}/settings/audit/jsonl', 'admin'),
  '/[org]/settings/archive': member('/{org}/settings/archive', 'owner'),
  '/account/data': { address: '/account/data', least: 'signed in' },
  '/[org]/settings/brand/pdf': member('/{org}/settings/brand/pdf'),
};

/** The route handler that changes something. */
export const CHANGE = {
  route: '/api/assessments/[id]/answers/[capability]',
  url: '/api/assessments/{draft}/answers/rollback',
  least: 'contributor' as const,
  ownTeam: true as const,
  body: {
    ...{ seen: 0, choice: { rung: 2 }, note: null, evidence: [], flagged: false, vendorsSeenFirst: false },
  },
};

/** Addresses that name a thing in their query, and what they answer where it is another organisation's: those that filter show their own. */
export const QUERIES: Record<string, 200 | 404> = {
  '/{org}?unit={unit}': 404,
  '/{org}/scorecard/teams?unit={unit}': 404,
  '/{org}/scorecard/trend?unit={unit}': 404,
  '/{org}/scorecard/coverage?unit={unit}': 404,
  '/{org}/scorecard/roles?unit={unit}': 404,
  '/{org}/scorecard/decisions?unit={unit}': 200,
  '/{org}/scorecard/csv?unit={unit}': 404,
  '/{org}/scorecard/pdf?unit={unit}': 404,
  '/{org}/scorecard/xlsx?unit={unit}': 404,
  '/{org}/scorecard/report?unit={unit}': 404,
  '/{org}/library/questionnaire?assessment={finished}': 404,
  '/{org}/teams/{team}/compare?from={finished}&to={draft}': 404,
  '/{org}/assessments/{finished}/roadmap?scenario={scenario}': 404,
  '/{org}/assessments/{finished}/roadmap/compare?scenario={scenario}': 200,
  '/{org}/assessments/{finished}/roadmap/export?format=markdown&scenario={scenario}': 404,
  '/{org}/assessments/{finished}/findings?edit={finding}': 200,
  '/{org}/assessments/{finished}/report/pdf?firm={bank}': 404,
  '/{org}/assessments/{finished}/report/{report}/file?format=md&issue={issue}': 404,
  '/{org}/settings/phrases?edit={phrase}': 200,
  '/{org}/assessments/{draft}/history/rollback?before=1': 404,
  '/{org}/settings/audit?thing={finding}': 200,
  '/{org}/settings/audit?person={member}': 200,
  '/{org}/settings/audit/csv?thing={finding}': 200,
};

/** Addresses of a link that asks for a code: what they answer without a pass, and with it. */
export const CODED: { address: string; without: number; withPass: number; tells?: true }[] = [
  { address: '/s/{coded}', without: 200, withPass: 200, tells: true },
  { address: '/s/{coded}/pdf', without: 403, withPass: 200, tells: true },
  { address: '/s/{coded}/file?format=md', without: 403, withPass: 403 },
  { address: '/s/{another}', without: 200, withPass: 200 },
  { address: '/s/{another}/pdf', without: 403, withPass: 403 },
  { address: '/s/{ended}', without: 404, withPass: 404 },
  { address: '/s/{ended}/pdf', without: 404, withPass: 404 },
];

/** Neither read by address nor a change: held by tests of their own, named here. */
export const ELSEWHERE: Record<string, string> = {
  '/account/connect': 'there where a provider is configured alone: e2e/single-sign-on.spec.ts',
  '/[org]/assessments/[id]/people/[respondent]/answers':
    'there for who writes it down alone: lib/gatherings/blind.test.ts',
  '/api/assessments/[id]/own-answers/[capability]': 'taken from its respondent alone: e2e/alone.spec.ts',
  '/api/guest-answers/[token]/[capability]': 'taken by the link of a guest alone: e2e/alone.spec.ts',
  '/api/metrics': 'there for who shows a token alone: e2e/running.spec.ts',
  '/_not-found': 'what is not there',
  '/_global-error': 'what is shown where everything else fails',
};
