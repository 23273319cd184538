import type { Least, PAGES } from './matrix-routes';

type Fields = Record<string, string | File>;

/** Where a form of a server action stands, who may send it, and what is in it. Ids of things stand in braces. */
export type ActionRow = {
  on: keyof typeof PAGES;
  least: Least;
  ownTeam?: true;
  fields: Fields;
  /** Sent instead by whoever may, where the thing is needed for the rows below, or too much would begin. */
  spared?: Record<string, string>;
  /** What somebody of another organisation hears of the thing, where it is not that there is none; `nothing` where it is done in vain. */
  foreign?: RegExp | 'nothing';
};

type More = Pick<ActionRow, 'spared' | 'foreign'>;
type Page = keyof typeof PAGES;

const everybody = (on: Page, fields: Fields): ActionRow => ({ on, least: 'everybody', fields });
const person = (on: Page, fields: Fields, more: More = {}): ActionRow => ({
  ...{ on, least: 'signed in', fields },
  ...more,
});

/** Of the organisation: a role in one team is none here. */
const inOrg =
  (least: Least) =>
  (on: Page, fields: Fields, more: More = {}): ActionRow => ({
    ...{ on, least, fields: { org: '{org}', ...fields } },
    ...more,
  });

/** Of one team, so that who has the role there alone may as well. */
const inTeam =
  (least: Least) =>
  (on: Page, fields: Fields, more: More = {}): ActionRow => ({
    ...inOrg(least)(on, fields, more),
    ownTeam: true,
  });

const [viewer, facilitator, admin, owner] = [
  inOrg('viewer'),
  inOrg('facilitator'),
  inOrg('admin'),
  inOrg('owner'),
];
const contributor = inTeam('contributor');
const reviewer = inTeam('facilitator');

const NONE = 'none';
const GONE = /is not on the list any more/;
/** The address of a team to which it leads back; what is changed is known by its id. */
const AFTERWARDS = 'fraud-scoring';
const DAY = '2027-03-31';
const PASSWORD = 'a long enough password';
const text = (name: string): File => new File(['no such file'], name, { type: 'text/plain' });

const [TEAMS, TEAM, CHANGE, PLAN, START] = [
  '/[org]/teams',
  '/[org]/teams/[team]',
  '/[org]/teams/[team]/change',
  '/[org]/teams/[team]/plan',
  '/[org]/teams/[team]/start',
];
const [SETTINGS, PEOPLE, SIGN_IN, BRAND, PHRASES] = [
  '/[org]/settings',
  '/[org]/settings/people',
  '/[org]/settings/sign-in',
  '/[org]/settings/brand',
  '/[org]/settings/phrases',
];
const ASSESSMENT = '/[org]/assessments/[id]';
const HISTORY = `${ASSESSMENT}/history/[capability]`;
const EVIDENCE = `${ASSESSMENT}/evidence/[capability]`;
const ASKED = `${ASSESSMENT}/people`;
const RESULTS = `${ASSESSMENT}/results`;
const MODEL = `${ASSESSMENT}/[model]`;
const FINDINGS = `${ASSESSMENT}/findings`;
const REPORT = `${ASSESSMENT}/report/[report]`;
const ROADMAP = `${ASSESSMENT}/roadmap`;
const [ROUNDS, ROUND, ARCHIVES] = ['/[org]/rounds', '/[org]/rounds/[round]', '/[org]/rounds/[round]/reports'];
const DECISIONS = '/[org]/scorecard/decisions';

const onFinished = (fields: Fields): Fields => ({ id: '{finished}', ...fields });
const onAlone = (fields: Fields): Fields => ({ id: '{alone}', ...fields });
const onDraft = (fields: Fields): Fields => ({ id: '{draft}', ...fields });
const words = { headline: 'Words', text: 'Words', recommendation: 'Words' };

/** Every server action of the built application, by its file and its name; one without a row fails. */
export const ACTIONS: Record<string, Record<string, ActionRow>> = {
  'app/actions.ts': {
    signOut: everybody('/about', {}),
    chooseTheme: everybody('/about', { theme: 'dark' }),
  },
  'app/_deletion/actions.ts': { keepAccountAction: person('/account', {}) },
  'app/_verify/actions.ts': { sendVerificationAction: person('/account', {}) },
  'app/(account)/account/actions.ts': {
    changeNameAction: person('/account', { name: 'Somebody' }),
    askEmailChangeAction: person('/account', { presentPassword: PASSWORD, email: 'new@example.org' }),
    changePasswordAction: person('/account', { presentPassword: PASSWORD, newPassword: `${PASSWORD} 2` }),
    endSessionAction: person('/account', { id: '{session}' }, { spared: { id: NONE }, foreign: 'nothing' }),
    endOtherSessionsAction: person('/account', {}),
    connectProviderAction: person('/account', { presentPassword: PASSWORD }),
    disconnectProviderAction: person('/account', {}),
    beginSecondFactorAction: person('/account', { presentPassword: PASSWORD }),
    confirmSetUpAction: person('/account/codes', { code: '123456' }),
    deleteAccountAction: person('/account', { presentPassword: 'a wrong password', email: 'no@example.org' }),
    turnOffAction: person('/account', { presentPassword: PASSWORD, code: '123456' }),
  },
  'app/(app)/[org]/teams/[team]/actions.ts': {
    startAssessmentAction: contributor(
      START,
      { team: '{team}', title: 'Another', questionnaires: 'aws', from: '{finished}' },
      { foreign: /^There is no such|has no finished assessment to start from/ },
    ),
    reopenAssessmentAction: reviewer(TEAM, { team: AFTERWARDS, id: '{finished}' }),
    duplicateAssessmentAction: contributor(TEAM, { team: AFTERWARDS, id: '{finished}' }),
    archiveAssessmentAction: reviewer(TEAM, { team: AFTERWARDS, id: '{finished}', archived: 'no' }),
    deleteAssessmentAction: contributor(TEAM, { team: AFTERWARDS, id: '{draft}' }),
    restoreAssessmentAction: contributor(
      TEAM,
      { team: AFTERWARDS, id: '{draft}' },
      { foreign: /is not in the bin/ },
    ),
  },
  'app/(app)/[org]/teams/[team]/plan/actions.ts': {
    keepStepAction: contributor(PLAN, {
      ...{ team: '{team}', step: 'data-validation:3', version: '0', status: 'planned' },
    }),
    acceptStepAction: contributor(PLAN, { team: '{team}', step: 'data-validation:3', version: '1' }),
  },
  'app/(app)/[org]/actions.ts': {
    createTeamAction: admin(TEAMS, { name: 'Another', parent: '{unit}' }),
    importTeamsAction: admin(
      TEAMS,
      { csv: 'name,parent,address\nRenamed,,{team}\n', go: 'import' },
      { spared: { csv: 'name\nImported\n' }, foreign: /no team with the address/ },
    ),
    configureTeamAction: admin(
      CHANGE,
      { team: '{team}', name: 'Renamed', parent: '{unit}' },
      { spared: { team: NONE } },
    ),
    setProvisionAction: admin(
      CHANGE,
      { team: '{team}', source: '{unit}', capabilities: 'rollback' },
      { spared: { team: NONE } },
    ),
    removeTeamAction: admin(CHANGE, { team: '{team}' }, { spared: { team: NONE } }),
    setAimsAction: admin(SETTINGS, { unit: '{unit}' }),
    configureOrgAction: admin(
      SETTINGS,
      { name: 'Renamed', questionnaires: 'aws' },
      { spared: { name: '{orgName}' } },
    ),
    deleteOrgAction: owner(SETTINGS, { name: '{orgName}' }, { spared: { name: NONE } }),
    keepOrgAction: owner(SETTINGS, {}),
  },
  'app/(app)/[org]/scorecard/decisions/actions.ts': {
    makeDecisionAction: facilitator(DECISIONS, { title: 'Another' }),
    dismissProposalAction: facilitator(DECISIONS, { source: NONE }),
    changeDecisionAction: facilitator(DECISIONS, { id: '{decision}', version: '1', title: 'Renamed' }),
    settleDecisionAction: facilitator(DECISIONS, { id: '{decision}', version: '1', status: 'decided' }),
  },
  'app/(guest)/answer/[token]/actions.ts': {
    beginAsGuestAction: everybody('/answer/[token]', { token: NONE }),
    endAsGuestAction: everybody('/answer/[token]', { token: NONE }),
    guestAnswerAction: everybody('/answer/[token]', {
      ...{ token: NONE, org: NONE, id: NONE, capability: 'rollback', seen: '0', choice: '1' },
    }),
  },
  'app/(app)/[org]/assessments/[id]/_alone/actions.ts': {
    beginAloneAction: contributor(ASSESSMENT, onAlone({ respondent: '{respondent}' })),
    endAloneAction: contributor(ASSESSMENT, onAlone({ respondent: '{respondent}' })),
    ownAnswerAction: contributor(
      ASSESSMENT,
      onAlone({ respondent: '{respondent}', capability: 'rollback', seen: '0', choice: '1' }),
    ),
    giveTaskAction: contributor(ASSESSMENT, onAlone({ capability: 'rollback', to: '{respondent}' })),
  },
  'app/(app)/[org]/assessments/[id]/people/actions.ts': {
    setGatheringAction: reviewer(ASKED, onDraft({ way: 'together', seen: NONE })),
    askMembersAction: reviewer(ASKED, onAlone({ people: '{member}' }), {
      foreign: /no such|are no members who may answer/i,
    }),
    askGuestAction: reviewer(ASKED, onDraft({ name: 'Grace', email: 'grace@example.net' })),
    newLinkAction: reviewer(ASKED, onAlone({ respondent: '{respondent}' })),
    addInterviewAction: reviewer(ASKED, onDraft({ name: 'Ines' })),
    removeRespondentAction: reviewer(ASKED, onAlone({ respondent: '{respondent}' }), {
      spared: { respondent: NONE },
    }),
    changeRespondentAction: reviewer(
      `${ASKED}/[respondent]`,
      onAlone({ respondent: '{respondent}', seen: '0' }),
    ),
    assignByRoleAction: reviewer(ASKED, onAlone({})),
    remindRespondentsAction: reviewer(ASKED, onDraft({})),
    openGatheringAction: reviewer(ASKED, onDraft({})),
  },
  'app/(app)/[org]/assessments/[id]/actions.ts': {
    answerAction: contributor(ASSESSMENT, onDraft({ capability: 'rollback', seen: '0', choice: '1' })),
    handInAction: contributor(RESULTS, onDraft({})),
    sendBackAction: contributor(RESULTS, onDraft({ reason: 'Why' })),
    finishAction: contributor(RESULTS, onDraft({})),
  },
  'app/(app)/[org]/assessments/[id]/history/[capability]/actions.ts': {
    putBackAction: contributor(HISTORY, onDraft({ capability: 'rollback', version: '1', seen: '1' })),
  },
  'app/(app)/[org]/assessments/[id]/evidence/[capability]/actions.ts': {
    askForEvidenceAction: contributor(
      EVIDENCE,
      onDraft({ capability: 'rollback', person: '{member}', note: '' }),
      { foreign: /no such|is no member who may answer/i },
    ),
    endEvidenceRequestAction: contributor(EVIDENCE, onDraft({ capability: 'rollback', request: NONE })),
  },
  'app/(app)/[org]/assessments/[id]/gaps/actions.ts': {
    setTargetsAction: contributor(`${ASSESSMENT}/gaps`, onDraft({ aws: 'initial' })),
  },
  'app/(app)/[org]/assessments/[id]/report/actions.ts': {
    createReportAction: contributor(REPORT, onFinished({ title: 'Another', edition: 'full' })),
    saveReportAction: contributor(
      REPORT,
      onFinished({
        ...{ report: '{report}', version: '1', title: 'Renamed', edition: 'full', plan: 'none' },
        ...{ distribution: '', sections: 'summary', findings: NONE },
      }),
    ),
    issueDraftAction: contributor(REPORT, onFinished({ report: '{report}', version: '1' })),
    issueFinalAction: reviewer(REPORT, onFinished({ report: '{report}', version: '1' })),
    deleteReportAction: contributor(REPORT, onFinished({ report: '{report}' }), { spared: { report: NONE } }),
  },
  'app/(app)/[org]/assessments/[id]/[model]/actions.ts': {
    stateCriterionAction: contributor(
      MODEL,
      onDraft({ criterion: NONE, holds: 'yes', note: '', seen: '0', model: 'aws' }),
    ),
    addQuestionnaireAction: contributor(MODEL, onDraft({ questionnaires: 'aws', added: 'aws' })),
  },
  'app/(app)/[org]/assessments/[id]/roadmap/actions.ts': {
    saveScenarioAction: contributor(
      ROADMAP,
      onFinished({ name: 'Renamed', input: '{input}', scenario: '{scenario}', version: '1' }),
    ),
    choosePlanAction: contributor(ROADMAP, onFinished({ scenario: '{scenario}', version: '1' }), {
      spared: { version: '9' },
    }),
    adjustStepAction: contributor(
      ROADMAP,
      onFinished({ scenario: '{scenario}', version: '1', step: 'data-validation:3' }),
    ),
    deleteScenarioAction: contributor(ROADMAP, onFinished({ scenario: '{scenario}' }), {
      spared: { scenario: NONE },
    }),
  },
  'app/(app)/[org]/assessments/[id]/findings/actions.ts': {
    saveFindingAction: contributor(FINDINGS, onFinished({ ...words, finding: '{finding}', version: '1' })),
    moveFindingAction: contributor(FINDINGS, onFinished({ finding: '{finding}', to: 'up' })),
    deleteFindingAction: contributor(FINDINGS, onFinished({ finding: '{finding}' }), {
      spared: { finding: NONE },
    }),
  },
  'app/(app)/[org]/assessments/[id]/setup/actions.ts': {
    configureAssessmentAction: contributor(
      `${ASSESSMENT}/setup`,
      onDraft({ title: 'Renamed', questionnaires: 'aws' }),
    ),
  },
  'app/(app)/[org]/assessments/[id]/import/actions.ts': {
    importAnswersAction: contributor(
      `${ASSESSMENT}/import`,
      onDraft({ go: 'check', arriving: '{"answers":[],"statements":[],"refused":[]}' }),
    ),
  },
  'app/(app)/[org]/assessments/[id]/discuss/actions.ts': {
    settleAction: reviewer(
      `${ASSESSMENT}/discuss`,
      onDraft({ capability: 'rollback', seen: '0', note: '', go: 'park' }),
    ),
    settleAgreedAction: reviewer(`${ASSESSMENT}/discuss`, onDraft({})),
  },
  'app/(app)/[org]/assessments/[id]/edition/actions.ts': {
    moveEditionAction: contributor(`${ASSESSMENT}/edition`, onDraft({ edition: NONE })),
  },
  'app/(app)/[org]/settings/phrases/actions.ts': {
    savePhraseAction: contributor(PHRASES, { ...words, phrase: '{phrase}', version: '1' }),
    deletePhraseAction: contributor(PHRASES, { phrase: '{phrase}' }, { spared: { phrase: NONE } }),
  },
  'app/(app)/[org]/settings/brand/actions.ts': {
    saveBrandAction: admin(BRAND, { name: 'Another', accent: '', confidentiality: '', version: '1' }),
    saveLogoAction: admin(BRAND, { file: text('logo.svg') }),
    removeLogoAction: admin(BRAND, {}),
  },
  'app/(app)/[org]/settings/sign-in/actions.ts': {
    setSignInRuleAction: admin(SIGN_IN, { maxHours: '', version: '0' }),
    addDomainAction: admin(SIGN_IN, { domain: 'another.example.org' }),
    // Where somebody may, it would ask the name servers of the world.
    verifyDomainAction: admin(SIGN_IN, { domain: '{domain}' }, { spared: { domain: NONE }, foreign: GONE }),
    letDomainJoinAction: admin(SIGN_IN, { domain: '{domain}', role: 'viewer' }, { foreign: GONE }),
    removeDomainAction: admin(SIGN_IN, { domain: '{domain}' }, { spared: { domain: NONE }, foreign: GONE }),
    addGroupRoleAction: admin(
      SIGN_IN,
      { group: 'another', role: 'viewer', team: '{team}' },
      { foreign: /^There is no team/ },
    ),
    removeGroupRoleAction: admin(SIGN_IN, { id: '{groupRole}' }, { spared: { id: NONE }, foreign: GONE }),
  },
  'app/(app)/[org]/rounds/actions.ts': {
    openRoundAction: facilitator(ROUNDS, { title: 'Another', dueOn: DAY, teams: '{team}' }),
    watchRoundsAction: viewer(ROUNDS, { on: 'yes' }),
    changeRoundAction: facilitator(
      ROUND,
      { id: '{round}', title: 'Renamed', dueOn: DAY, add: '{team}' },
      { spared: { id: NONE } },
    ),
    remindAction: facilitator(
      ROUND,
      { id: '{round}', teams: '{team}' },
      { spared: { id: NONE }, foreign: /^There is no such round|^Nobody is to be reminded/ },
    ),
    closeRoundAction: facilitator(ROUND, { id: '{round}' }, { spared: { id: NONE } }),
  },
  'app/(app)/[org]/rounds/[round]/reports/actions.ts': {
    startRoundReportsAction: facilitator(ARCHIVES, { id: '{archived}' }, { spared: { id: NONE } }),
    cancelJobAction: facilitator(ARCHIVES, { id: '{archived}', job: '{job}' }, { spared: { job: NONE } }),
  },
  'app/(app)/[org]/clients/actions.ts': {
    addClientAction: facilitator(
      '/[org]/clients',
      { existing: '{bank}' },
      { foreign: /^Choose one of your other/ },
    ),
    changeClientAction: facilitator('/[org]/clients', { id: '{client}', version: '1' }),
    removeClientAction: facilitator('/[org]/clients', { id: '{client}' }, { spared: { id: NONE } }),
  },
  'app/(app)/[org]/shares/actions.ts': {
    createShareAction: facilitator('/[org]/shares', { title: 'Another' }),
    createReportShareAction: facilitator(REPORT, {
      ...{ id: '{finished}', report: '{report}', issue: '{issue}', title: 'Another' },
    }),
    revokeShareAction: facilitator('/[org]/shares', { id: '{shareId}' }, { spared: { id: NONE } }),
  },
  'app/(shared)/s/[token]/actions.ts': {
    enterCodeAction: everybody('/s/[token]', { token: '{share}', code: NONE }),
  },
  'app/(public)/signin/actions.ts': {
    signInAction: everybody('/signin', { email: 'nobody@example.org', password: PASSWORD }),
    enterCodeAction: everybody('/signin/code', { code: '123456' }),
  },
  'app/(public)/confirm/actions.ts': {
    verifyAction: everybody('/confirm/address/[token]', { token: NONE }),
    changeEmailAction: everybody('/confirm/new-address/[token]', { token: NONE }),
  },
  'app/(public)/_landing/actions.ts': { enterDemo: everybody('/', { door: NONE }) },
  'app/(public)/signup/actions.ts': { signUpAction: everybody('/signup', { email: NONE }) },
  'app/(public)/verify/actions.ts': { verifyAction: everybody('/verify', { file: text('report.json') }) },
  'app/(public)/invite/[token]/actions.ts': {
    acceptInvitationAction: person('/invite/[token]', { token: NONE }),
    acceptAsNewAction: everybody('/invite/[token]', { token: NONE, name: 'Somebody', password: PASSWORD }),
  },
  'app/(public)/password/actions.ts': {
    askResetAction: everybody('/password', { email: 'nobody@example.org' }),
    resetAction: everybody('/password/[token]', { token: NONE, newPassword: PASSWORD }),
  },
  'app/(app)/[org]/settings/people/actions.ts': {
    inviteAction: admin(PEOPLE, { email: 'a@example.org', team: '{team}', teamRole: 'viewer' }),
    inviteManyAction: admin(
      PEOPLE,
      { csv: 'email,team,role\nb@example.org,{team},viewer\n', go: 'invite' },
      { spared: { go: 'check' } },
    ),
    revokeInvitationAction: admin(
      PEOPLE,
      { id: '{invitation}' },
      { spared: { id: NONE }, foreign: /was used or taken back already/ },
    ),
    changeMemberAction: admin(PEOPLE, { user: '{member}', role: 'viewer' }, { spared: { user: NONE } }),
    removeMemberAction: admin(PEOPLE, { user: '{member}' }, { spared: { user: NONE } }),
    handOverAction: admin(PEOPLE, { user: '{member}' }, { spared: { user: NONE } }),
    // The last of all: who left is not asked again.
    leaveOrgAction: inTeam('viewer')(PEOPLE, {}),
  },
};

/** Forms that name another action in what they send, sealed by the server: the rows of those hold for them. */
export const WRAPPING = ['app/ui/server-form.tsx#$$RSC_SERVER_ACTION_0'];
