/** Everybody who may ask, as `lib/dev/seed-matrix.ts` makes them. */
export const CALLERS = [
  'nobody',
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
type Least = 'everybody' | 'signed in' | 'viewer' | 'contributor' | 'facilitator' | 'admin' | 'owner';

export type Row = { address: string; least: Least; ownTeam?: true };

const ROLES: readonly Caller[] = ['viewer', 'contributor', 'facilitator', 'admin', 'owner'];

/** Whether this caller gets it. */
export function gets(caller: Caller, { least, ownTeam }: Row): boolean {
  if (least === 'everybody') return true;
  if (caller === 'nobody' || caller === 'revoked') return false;
  if (least === 'signed in') return true;
  if (caller === 'team') return ownTeam === true && (least === 'viewer' || least === 'contributor');
  const from = ROLES.indexOf(least);
  return from >= 0 && ROLES.indexOf(caller) >= from;
}

const FINISHED = '/harbour-bank/assessments/fraud-scoring-q4-2026';
const DRAFT = '/harbour-bank/assessments/fraud-scoring-q1-2027';
const REPORT = `${FINISHED}/report/fraud-scoring-report`;
const TEAM = '/harbour-bank/teams/fraud-scoring';

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
  '/s/[token]': everybody('/s/SHARE'),
  '/account': { address: '/account', least: 'signed in' },
  '/account/codes': { address: '/account/codes', least: 'signed in' },
  '/[org]': member('/harbour-bank'),
  '/[org]/waiting': own('/harbour-bank/waiting'),
  '/[org]/teams': own('/harbour-bank/teams'),
  '/[org]/teams/[team]': own(TEAM),
  '/[org]/teams/[team]/change': member(`${TEAM}/change`, 'admin'),
  '/[org]/teams/[team]/compare': own(`${TEAM}/compare`),
  '/[org]/teams/[team]/plan': own(`${TEAM}/plan`),
  '/[org]/teams/[team]/start': own(`${TEAM}/start`, 'contributor'),
  '/[org]/assessments/[id]': own(DRAFT),
  '/[org]/assessments/[id]/[model]': own(`${FINISHED}/aws`),
  '/[org]/assessments/[id]/edition': own(`${DRAFT}/edition`),
  '/[org]/assessments/[id]/findings': own(`${FINISHED}/findings`),
  '/[org]/assessments/[id]/gaps': own(`${FINISHED}/gaps`),
  '/[org]/assessments/[id]/report': own(`${FINISHED}/report`),
  '/[org]/assessments/[id]/report/[report]': own(REPORT),
  '/[org]/assessments/[id]/results': own(`${FINISHED}/results`),
  '/[org]/assessments/[id]/roadmap': own(`${FINISHED}/roadmap`),
  '/[org]/assessments/[id]/roadmap/compare': own(`${FINISHED}/roadmap/compare`),
  '/[org]/assessments/[id]/setup': own(`${DRAFT}/setup`, 'contributor'),
  '/[org]/clients': member('/harbour-bank/clients', 'facilitator'),
  '/[org]/library': own('/harbour-bank/library'),
  '/[org]/library/capabilities/[id]': own('/harbour-bank/library/capabilities/rollback'),
  '/[org]/library/glossary': own('/harbour-bank/library/glossary'),
  '/[org]/library/models/[model]': own('/harbour-bank/library/models/aws'),
  '/[org]/library/roles': own('/harbour-bank/library/roles'),
  '/[org]/library/tools': own('/harbour-bank/library/tools'),
  '/[org]/rounds': member('/harbour-bank/rounds'),
  '/[org]/rounds/[round]': member('/harbour-bank/rounds/q4-2026'),
  '/[org]/rounds/[round]/reports': member('/harbour-bank/rounds/q4-2026/reports', 'facilitator'),
  '/[org]/scorecard/coverage': member('/harbour-bank/scorecard/coverage'),
  '/[org]/scorecard/decisions': member('/harbour-bank/scorecard/decisions'),
  '/[org]/scorecard/roles': member('/harbour-bank/scorecard/roles'),
  '/[org]/scorecard/teams': member('/harbour-bank/scorecard/teams'),
  '/[org]/scorecard/trend': member('/harbour-bank/scorecard/trend'),
  '/[org]/settings': member('/harbour-bank/settings'),
  '/[org]/settings/audit': member('/harbour-bank/settings/audit', 'admin'),
  '/[org]/settings/brand': member('/harbour-bank/settings/brand'),
  '/[org]/settings/people': member('/harbour-bank/settings/people'),
  '/[org]/settings/people/[user]': member('/harbour-bank/settings/people/MEMBER', 'admin'),
  '/[org]/settings/sign-in': member('/harbour-bank/settings/sign-in', 'admin'),
  '/[org]/settings/phrases': own('/harbour-bank/settings/phrases'),
  '/[org]/shares': member('/harbour-bank/shares', 'facilitator'),
};

/** Every route handler that is read. */
export const FILES: Record<string, Row> = {
  '/api/health': everybody('/api/health'),
  '/api/auth/[...nextauth]': everybody('/api/auth/session'),
  '/icon.svg': everybody('/icon.svg'),
  '/s/[token]/pdf': everybody('/s/SHARE/pdf'),
  '/[org]/assessments/[id]/file': own(`${FINISHED}/file`),
  '/[org]/assessments/[id]/report/[report]/file': own(`${REPORT}/file?format=md`),
  '/[org]/assessments/[id]/report/pdf': own(`${FINISHED}/report/pdf?edition=short`),
  '/[org]/assessments/[id]/roadmap/export': own(`${FINISHED}/roadmap/export?format=markdown`),
  '/[org]/library/questionnaire': own('/harbour-bank/library/questionnaire'),
  '/[org]/scorecard/csv': member('/harbour-bank/scorecard/csv'),
  '/[org]/scorecard/pdf': member('/harbour-bank/scorecard/pdf'),
  '/[org]/scorecard/report': member('/harbour-bank/scorecard/report?team=fraud-scoring'),
  '/[org]/scorecard/xlsx': member('/harbour-bank/scorecard/xlsx'),
  '/[org]/settings/audit/csv': member('/harbour-bank/settings/audit/csv', 'admin'),
  '/[org]/settings/audit/jsonl': member('/harbour-bank/settings/audit/jsonl', 'admin'),
  '/[org]/settings/archive': member('/harbour-bank/settings/archive', 'owner'),
  '/account/data': { address: '/account/data', least: 'signed in' },
  '/[org]/settings/brand/pdf': member('/harbour-bank/settings/brand/pdf'),
};

/** Not read by address alone: held by tests of their own, named here. */
export const ELSEWHERE: Record<string, string> = {
  '/api/assessments/[id]/answers/[capability]':
    'a change by PUT: lib/action.places.test.ts, lib/action.routes.test.ts',
  '/[org]/rounds/[round]/reports/[job]': 'an archive that a job makes: lib/jobs, e2e/round-reports.spec.ts',
  '/s/[token]/file': 'a file of a shared report: lib/shares, e2e/report.spec.ts',
  '/account/connect': 'there where a provider is configured alone: e2e/single-sign-on.spec.ts',
  '/_not-found': 'what is not there',
  '/_global-error': 'what is shown where everything else fails',
};
