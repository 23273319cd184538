import { eq } from 'drizzle-orm';
import * as answers from './answers';
import * as assessments from './assessments';
import * as audits from './audit';
import { insertAudit } from './audit-insert';
import * as keeping from './audit-keeping';
import * as auditNames from './audit-names';
import * as brands from './brands';
import type { Db, Tx } from './client';
import { type Guarded, type Write, commit, exactlyOne } from './commit';
import { emptyStanding } from '../lib/domain/plan-standing';
import { assumedInput } from '../lib/domain/plan-input';
import { defaultSettings } from '../lib/domain/report-defaults';
import {
  type World,
  NOON,
  aRollup,
  aScore,
  aStatement,
  aTeam,
  aWorld,
  anAnswer,
  anAssessment,
  anOrg,
  minutesLater,
} from './fixtures';
import * as decisions from './decisions';
import * as departures from './departed';
import * as domains from './domains';
import { isUniqueViolation } from './errors';
import * as engagements from './engagements';
import * as findings from './findings';
import * as frozen from './frozen';
import * as gatherings from './gatherings';
import * as groups from './group-roles';
import * as invitations from './invitations';
import * as jobs from './jobs';
import * as moving from './moving';
import * as orgs from './orgs';
import * as ownAnswers from './own-answers';
import * as settlements from './settlements';
import * as past from './past-answers';
import * as phrases from './phrases';
import * as plans from './plans';
import * as provisions from './provisions';
import * as origins from './origins';
import { tables } from './tables';
import * as shares from './shares';
import * as reports from './reports';
import * as evidenceRequests from './evidence-requests';
import * as respondents from './respondents';
import * as rollups from './rollups';
import * as rounds from './rounds';
import * as history from './score-history';
import * as scenarios from './scenarios';
import * as scores from './scores';
import * as standings from './standings';
import * as teams from './teams';
import { freshDb } from './testing';
import * as waiting from './waiting';
import * as watchers from './watchers';

const fresh = freshDb();
const stale = () => new Error('stale');

/** Every read of a tenant's rows; each is asked for a row that is there, by the organisation given. */
const reads: Record<string, (db: Db, orgId: string, world: World) => Promise<unknown>> = {
  membersOfOrg: (db, orgId) => orgs.membersOfOrg(db, orgId),
  orgOfId: (db, orgId, { user }) => orgs.orgOfId(db, orgId, user.id, '2026-10-01'),
  signInOfOrg: (db, orgId) => orgs.signInOfOrg(db, orgId),
  domainsOfOrg: (db, orgId) => domains.domainsOfOrg(db, orgId),
  departureOf: (db, orgId, { user }) => departures.departureOf(db, orgId, user.id),
  groupRolesOf: (db, orgId) => groups.groupRolesOf(db, orgId),
  standingOf: (db, orgId, { user }) => groups.standingOf(db, { orgId, userId: user.id }),
  teamsOfOrg: (db, orgId) => teams.teamsOfOrg(db, orgId),
  teamBySlug: (db, orgId, { team }) => teams.teamBySlug(db, orgId, team.slug),
  teamById: (db, orgId, { team }) => teams.teamById(db, orgId, team.id),
  teamsNamed: (db, orgId, { team }) => teams.teamsNamed(db, orgId, [team.id]),
  assessmentById: (db, orgId, { assessment }) => assessments.assessmentById(db, orgId, assessment.id),
  assessmentsOfTeam: (db, orgId, { team }) => assessments.assessmentsOfTeam(db, orgId, team.id),
  binOfTeam: (db, orgId, { team }) => assessments.binOfTeam(db, orgId, team.id),
  assessmentsOfOrg: (db, orgId) => assessments.assessmentsOfOrg(db, orgId),
  answersOf: (db, orgId, { assessment }) => answers.answersOf(db, orgId, assessment.id),
  answerOf: (db, orgId, { assessment }) => answers.answerOf(db, orgId, assessment.id, 'rollback'),
  answersSignedBy: (db, orgId) => answers.answersSignedBy(db, orgId, 'Ada'),
  pastAnswersOf: (db, orgId, { assessment }) =>
    past.pastAnswersOf(db, { orgId, assessmentId: assessment.id, capability: 'rollback' }, { limit: 9 }),
  pastAnswerOf: (db, orgId, { assessment }) =>
    past.pastAnswerOf(db, { orgId, assessmentId: assessment.id, capability: 'rollback', version: 1 }),
  pulsesOf: (db, orgId, { assessment }) => assessments.pulsesOf(db, [{ orgId, id: assessment.id }]),
  peopleOfTeam: (db, orgId, { team }) => answers.peopleOfTeam(db, orgId, team.id),
  statedOf: (db, orgId, { assessment }) => answers.statedOf(db, orgId, assessment.id),
  originsOfTeam: (db, orgId, { team }) => origins.originsOfTeam(db, orgId, team.id),
  originOf: (db, orgId, { assessment }) => origins.originOf(db, orgId, assessment.id),
  frozenOf: (db, orgId, { assessment }) => frozen.frozenOf(db, orgId, assessment.id),
  scoreOf: (db, orgId, { assessment }) => scores.scoreOf(db, orgId, assessment.id),
  finishedScoresOfTeam: (db, orgId, { team }) => scores.finishedScoresOfTeam(db, orgId, team.id),
  newestFinishedScores: (db, orgId) => scores.newestFinishedScores(db, orgId),
  draftsOf: (db, orgId) => scores.draftsOf(db, orgId),
  finishedOfTeams: (db, orgId, { team }) => history.finishedOfTeams(db, orgId, [team.id]),
  scoresOf: (db, orgId, { assessment }) => history.scoresOf(db, orgId, [assessment.id]),
  teamOfAssessment: (db, orgId, { assessment }) => history.teamOfAssessment(db, orgId, assessment.id),
  rollupsVersion: (db, orgId) => rollups.rollupsVersion(db, orgId),
  rollupsOfNode: (db, orgId, { team }) => rollups.rollupsOfNode(db, orgId, team.id),
  rollupsIn: (db, orgId, { team }) => rollups.rollupsIn(db, orgId, 'newest', [team.id]),
  rollupsBelow: (db, orgId) => rollups.rollupsBelow(db, orgId, [], ['newest']),
  rollupKeys: (db, orgId) => rollups.rollupKeys(db, orgId),
  teamTree: (db, orgId) => rollups.teamTree(db, orgId),
  scorecardTree: (db, orgId) => rollups.scorecardTree(db, orgId, null),
  provisionsOfOrg: (db, orgId) => provisions.provisionsOfOrg(db, orgId),
  sharesOf: (db, orgId) => shares.sharesOf(db, orgId),
  auditOf: (db, orgId) => audits.auditOf(db, orgId, { limit: 9 }),
  peopleOfAudit: (db, orgId) => audits.peopleOfAudit(db, orgId),
  auditHeadOf: (db, orgId) => audits.auditHeadOf(db, orgId),
  storedLines: (db, orgId) => audits.storedLines(db, orgId, { after: 0, upTo: 9, limit: 9 }),
  linesOfAction: (db, orgId) => audits.linesOfAction(db, orgId, 'org.create'),
  oldLines: (db, orgId) => keeping.oldLines(db, orgId, 9),
  subjectsOf: (db, orgId, { user }) => keeping.subjectsOf(db, orgId, [user.id]),
  firstSince: (db, orgId) => keeping.firstSince(db, orgId, NOON),
  countLinesBefore: (db, orgId) => keeping.countLinesBefore(db, orgId, 9),
  namedThings: (db, orgId, { team }) => auditNames.namedThings(db, orgId, [team.id]),
  roundsOfOrg: (db, orgId) => rounds.roundsOfOrg(db, orgId),
  roundById: (db, orgId, { org }) => rounds.roundById(db, orgId, org.id),
  roundTeamsOfOrg: (db, orgId) => rounds.roundTeamsOfOrg(db, orgId),
  teamsOfRound: (db, orgId, { org }) => rounds.teamsOfRound(db, orgId, org.id),
  teamsInOpenRounds: (db, orgId) => rounds.teamsInOpenRounds(db, orgId),
  assessmentsInRound: (db, orgId, { org }) => rounds.assessmentsInRound(db, orgId, org.id),
  answeredInRound: (db, orgId, { org }) => rounds.answeredInRound(db, orgId, org.id),
  lastAnswerers: (db, orgId, { org }) => rounds.lastAnswerers(db, orgId, org.id),
  watchersOf: (db, orgId) => watchers.watchersOf(db, orgId),
  scenariosOf: (db, orgId, { assessment }) => scenarios.scenariosOf(db, orgId, assessment.id),
  scenarioById: (db, orgId, { org }) => scenarios.scenarioById(db, orgId, org.id),
  planOfTeam: (db, orgId, { team }) => plans.planOfTeam(db, orgId, team.id),
  planBefore: (db, orgId, { team }) =>
    plans.planBefore(db, orgId, { teamId: team.id, id: 'another' }, minutesLater(60)),
  planStepsOf: (db, orgId, { team }) => plans.planStepsOf(db, orgId, team.id),
  brandOfOrg: (db, orgId) => brands.brandOfOrg(db, orgId),
  phrasesOfOrg: (db, orgId) => phrases.phrasesOfOrg(db, orgId),
  phraseById: (db, orgId, { org }) => phrases.phraseById(db, orgId, org.id),
  findingsOf: (db, orgId, { assessment }) => findings.findingsOf(db, orgId, assessment.id),
  reportsOf: (db, orgId, { assessment }) => reports.reportsOf(db, orgId, assessment.id),
  reportById: (db, orgId, { org }) => reports.reportById(db, orgId, org.id),
  issuesOfReports: (db, orgId, { org }) => reports.issuesOfReports(db, orgId, [org.id]),
  reportIssueById: (db, orgId, { org }) => reports.reportIssueById(db, orgId, org.id),
  plansOfOrg: (db, orgId) => plans.plansOfOrg(db, orgId),
  newestFinishedOf: (db, orgId, { team }) => scores.newestFinishedOf(db, orgId, [team.id]),
  standingsIn: (db, orgId, { team }) => standings.standingsIn(db, orgId, 'own', [team.id]),
  ownStandings: (db, orgId) => standings.ownStandings(db, orgId),
  openAssessmentsOf: (db, orgId) => waiting.openAssessmentsOf(db, orgId),
  stepsOwnedBy: (db, orgId) => waiting.stepsOwnedBy(db, orgId, ['Ada']),
  openInvitationsOf: (db, orgId) => invitations.openInvitationsOf(db, orgId),
  clientsOf: (db, orgId) => engagements.clientsOf(db, orgId),
  engagementById: (db, orgId, { org }) => engagements.engagementById(db, orgId, org.id),
  idsAbove: (db, orgId, { team }) => teams.idsAbove(db, orgId, `${team.id}-below`),
  decisionsOf: (db, orgId) => decisions.decisionsOf(db, orgId),
  decisionById: (db, orgId, { org }) => decisions.decisionById(db, orgId, org.id),
  jobById: (db, orgId, { org }) => jobs.jobById(db, orgId, org.id),
  jobsOfOrg: (db, orgId) => jobs.jobsOfOrg(db, orgId),
  partsOfJob: (db, orgId, { org }) => jobs.partsOfJob(db, orgId, org.id),
  movedRows: async (db, orgId) => {
    const { org: _org, ...rest } = await moving.movedRows(db, orgId);
    return Object.values(rest).flat();
  },
  movedSize: async (db, orgId) => (await moving.movedSize(db, orgId)).rows - 1,
  bodyOfPart: (db, orgId, { org }) => jobs.bodyOfPart(db, orgId, org.id, 1),
  gatheringOf: (db, orgId, { assessment }) => gatherings.gatheringOf(db, orgId, assessment.id),
  blindAssessmentsOf: (db, orgId) => gatherings.blindAssessmentsOf(db, orgId),
  respondentsOf: (db, orgId, { assessment }) => respondents.respondentsOf(db, orgId, assessment.id),
  respondentById: (db, orgId, { org }) => respondents.respondentById(db, orgId, org.id),
  respondentOfUser: (db, orgId, { assessment, user }) =>
    respondents.respondentOfUser(db, orgId, { assessmentId: assessment.id, userId: user.id }),
  guestLinksOf: (db, orgId, { assessment }) => respondents.guestLinksOf(db, orgId, assessment.id),
  tasksOf: (db, orgId, { assessment }) => respondents.tasksOf(db, orgId, assessment.id),
  askedOfUser: (db, orgId, { user }) => respondents.askedOfUser(db, orgId, user.id),
  ownAnswersBy: (db, orgId, { org, user }) =>
    ownAnswers.ownAnswersBy(db, orgId, { respondentId: org.id, userId: user.id }),
  ownAnswerBy: (db, orgId, { org, user }) =>
    ownAnswers.ownAnswerBy(db, orgId, { respondentId: org.id, userId: user.id }, 'rollback'),
  answeredAlone: (db, orgId, { assessment }) => ownAnswers.answeredAlone(db, orgId, assessment.id),
  countAlone: (db, orgId, { assessment }) => ownAnswers.countAlone(db, orgId, assessment.id),
  openEvidenceRequestsOf: (db, orgId, { assessment }) =>
    evidenceRequests.openEvidenceRequestsOf(db, orgId, assessment.id),
  evidenceAskedOf: (db, orgId, { user }) => evidenceRequests.evidenceAskedOf(db, orgId, user.id),
  memberNamesOf: async (db, orgId, { user }) => [
    ...(await evidenceRequests.memberNamesOf(db, orgId, [user.id])),
  ],
  settlementsOf: (db, orgId, { assessment }) => settlements.settlementsOf(db, orgId, assessment.id),
  openedAnswersOf: (db, orgId, { assessment }) => ownAnswers.openedAnswersOf(db, orgId, assessment.id),
};

/** These start from a slug, a person, a link or the queue: they are how an organisation is found. */
const FINDING_THE_ORGANISATION = [
  'anyOrg',
  'orgBySlug',
  'orgById',
  'orgOfMember',
  'orgsOfUser',
  'orgNames',
  'holderOfDomain',
  'orgsWithGroupRoles',
  'editionByHash',
  'orgsWithoutRollups',
  'orgsWithoutStandings',
  'shareByTokenHash',
  'guestByTokenHash',
  'invitationByTokenHash',
  'countJobs',
  'jobsToTake',
  'jobsToSweep',
  'orgsToSeal',
  'allOrgs',
  'orgsLike',
  'orgsToDelete',
  'accountsLike',
];

async function aFullWorld(): Promise<World> {
  const world = await aWorld(fresh.db);
  const { org, team, user, assessment } = world;
  const finished = anAssessment(team, user, { status: 'finished', finishedAt: NOON, finishedBy: user.id });
  await commit(fresh.db, (tx) => [
    teams.insertTeam(tx, aTeam(org, { id: `${team.id}-below`, parentId: team.id })),
    ...orgs.writeTeamRoles(tx, { orgId: org.id, userId: user.id }, [{ teamId: team.id, role: 'viewer' }]),
    invitations.insertInvitation(tx, anInvitation(world)),
    engagements.insertEngagement(tx, anEngagement(world)),
    answers.insertAnswer(tx, anAnswer(world, { evidence: [{ title: 'The run', by: 'Ada' }] })),
    past.insertPastAnswer(tx, { ...anAnswer(world), version: 1 }),
    exactlyOne(answers.upsertStated(tx, aStatement(world), 0), stale),
    assessments.insertAssessment(tx, finished),
    assessments.insertAssessment(tx, anAssessment(team, user, { deletedAt: NOON, deletedBy: user.id })),
    scores.upsertScore(tx, aScore(assessment)),
    scores.upsertScore(tx, aScore(finished)),
    origins.insertOrigin(tx, anOrigin(world, finished)),
    provisions.upsertProvision(tx, aProvision(world)),
    frozen.keepEdition(tx, anEdition),
    frozen.insertFrozen(tx, aFrost(world)),
    exactlyOne(rollups.replaceNewest(tx, aRollup(world), undefined), stale),
    ...rollups.upsertRollups(tx, [aRollup(world, { nodeId: team.id })]),
    exactlyOne(standings.replaceStanding(tx, aStanding(world), undefined), stale),
    shares.insertShare(tx, aShare(world)),
    rounds.insertRound(tx, aRound(world)),
    ...rounds.insertRoundTeams(tx, aRound(world), [team.id]),
    watchers.insertWatcher(tx, { orgId: org.id, userId: user.id }),
    scenarios.insertScenario(tx, aScenario(world)),
    plans.insertPlan(tx, aPlan(world)),
    plans.insertPlanStep(tx, aPlanStep(world)),
    exactlyOne(brands.upsertBrand(tx, aBrand(world), 0), stale),
    exactlyOne(orgs.upsertOrgSignIn(tx, { orgId: org.id, providerOnly: true, maxHours: null }, 0), stale),
    domains.insertDomain(tx, aDomain(world)),
    departures.insertDeparture(tx, { orgId: org.id, userId: user.id, at: NOON }),
    groups.insertGroupRole(tx, aGroupRole(world)),
    ...groups.insertGroupGrants(tx, { orgId: org.id, userId: user.id }, [org.id]),
    phrases.insertPhrase(tx, aPhrase(world)),
    decisions.insertDecision(tx, aDecision(world)),
    findings.insertFinding(tx, aFinding(world)),
    reports.insertReport(tx, aReport(world)),
    reports.insertReportIssue(tx, anIssue(world)),
    jobs.insertJob(tx, aJob(world)),
    ...jobs.insertJobParts(tx, aJob(world), [aPart]),
    exactlyOne(jobs.claimJob(tx, { ...aJob(world), version: 1, startedAt: null }, A_CLAIM), stale),
    exactlyOne(jobs.writePart(tx, { orgId: org.id, jobId: org.id, position: 1 }, aFile), stale),
    insertAudit({
      ...{ orgId: org.id, at: NOON, userId: user.id, place: null, newId: () => org.id },
      ...{ action: 'org.create', resourceId: org.id, detail: '{}' },
    }),
    tx.insert(tables.audit).values(anOldLine(world)),
    gatherings.insertGathering(tx, aGathering(world)),
    gatherings.insertGathering(tx, { ...aGathering(world), assessmentId: finished.id }),
    respondents.insertRespondent(tx, aRespondent(world)),
    respondents.upsertGuestLink(tx, aGuestLink(world)),
    ...respondents.writeTasks(tx, { ...ofRespondent(world) }, ['rollback']),
    ownAnswers.insertOwnAnswer(tx, anOwnAnswer(world)),
    settlements.upsertSettlement(tx, aSettlement(world)),
    evidenceRequests.insertEvidenceRequest(tx, anEvidenceRequest(world)),
    exactlyOne(gatherings.setOpened(tx, { ...aGathering(world), openedAt: NOON, openedBy: user.id }), stale),
  ]);
  return world;
}

const aGathering = ({ org, assessment, user }: World, orgId = org.id) => ({
  ...{ orgId, assessmentId: assessment.id, way: 'alone' as const, named: true, guests: true, dueOn: null },
  ...{ createdBy: user.id, createdAt: NOON },
});

const ofRespondent = ({ org, assessment }: World, orgId = org.id) => ({
  ...{ orgId, assessmentId: assessment.id, respondentId: org.id },
});

/** It has the organisation's id, by which the table above finds it. */
const aRespondent = ({ org, assessment, user }: World, orgId = org.id) => ({
  ...{ id: org.id, orgId, assessmentId: assessment.id, userId: user.id, recordedBy: null, name: null },
  ...{ email: null, roles: [], invitedBy: user.id, invitedAt: NOON },
});

const aSettlement = ({ org, assessment, user }: World, orgId = org.id) => ({
  ...{ orgId, assessmentId: assessment.id, capability: 'rollback', state: 'parked' as const },
  ...{ settledBy: user.id, settledAt: NOON },
});

const anEvidenceRequest = ({ org, assessment, user }: World, orgId = org.id) => ({
  ...{ id: org.id, orgId, assessmentId: assessment.id, capability: 'rollback', note: null },
  ...{ askedOf: user.id, askedBy: user.id, askedAt: NOON },
});

const aGuestLink = ({ org }: World, orgId = org.id) => ({
  ...{ respondentId: org.id, orgId, tokenHash: org.id, createdAt: NOON, expiresAt: minutesLater(60) },
});

const anOwnAnswer = (world: World, orgId = world.org.id) => {
  const { updatedBy: _, ...answer } = anAnswer(world);
  return { ...answer, ...ofRespondent(world, orgId) };
};

const aStanding = ({ org, team }: World) => ({
  ...{ orgId: org.id, nodeId: team.id, kind: 'own' as const },
  ...{ body: emptyStanding(), updatedAt: NOON },
});

/** It has the organisation's id, by which the table above finds it. */
const aRound = ({ org, user }: World) => ({
  ...{ id: org.id, orgId: org.id, title: 'Q1', dueOn: '2027-03-31' },
  ...{ createdBy: user.id, createdAt: NOON },
});

/** Ids are the organisation's, by which the table above finds it. */
const aScenario = ({ org, assessment, user }: World, orgId = org.id) => ({
  ...{ id: org.id, orgId, assessmentId: assessment.id, name: 'With two more', input: INPUT },
  ...{ createdBy: user.id, createdAt: NOON, updatedBy: user.id, updatedAt: NOON },
});

const INPUT = assumedInput({}, '2026-10-01');

const aPlan = ({ org, team, assessment, user }: World, orgId = org.id) => ({
  ...{ id: org.id, orgId, teamId: team.id, assessmentId: assessment.id, name: 'Plan', input: INPUT },
  promise: { monday: '2026-10-05', days: 0, finish: null, money: null, levels: [], steps: [], hires: [] },
  ...{ chosenBy: user.id, chosenAt: NOON },
});

const aPlanStep = ({ org, team, user }: World, orgId = org.id) => ({
  ...{ orgId, teamId: team.id, step: 'rollback:1', owner: 'Ada', status: 'planned' as const, dueOn: null },
  ...{ ticket: null, note: null, evidence: [], doneOn: null, acceptedBy: null, acceptedAt: null },
  ...{ updatedAt: NOON, updatedBy: user.id },
});

const aBrand = ({ org, user }: World, orgId = org.id) => ({
  ...{ orgId, name: 'Harbour', accent: '#1F4E79', confidentiality: null, logo: null },
  ...{ updatedAt: NOON, updatedBy: user.id },
});

const aDomain = ({ org }: World) => ({
  ...{ orgId: org.id, domain: 'harbour.example', token: 'token', createdAt: NOON },
});

/** It has the organisation's id, by which the table above finds it. */
const aGroupRole = ({ org, team }: World, orgId = org.id) => ({
  ...{ id: org.id, orgId, name: 'ml-leads', role: 'facilitator' as const, teamId: team.id, createdAt: NOON },
});

/** It has the organisation's id, by which the table above finds it. */
const aPhrase = ({ org, user }: World, orgId = org.id) => ({
  ...{ id: org.id, orgId, headline: 'Nobody watches', text: 'x', recommendation: '', capabilities: [] },
  ...{ createdAt: NOON, createdBy: user.id, updatedAt: NOON, updatedBy: user.id },
});

const anInvitation = ({ org, user }: World) => ({
  ...{ id: org.id, orgId: org.id, email: 'ben@example.org', name: 'Ben', tokenHash: `invited-${org.id}` },
  ...{ grants: [], until: null, createdBy: user.id, createdAt: NOON, expiresAt: minutesLater(60) },
});

const anEngagement = ({ org }: World) => ({
  ...{ id: org.id, orgId: org.id, clientId: org.id, sponsor: 'Cara', scope: 'Retail' },
  ...{ startsOn: '2026-10-01', endsOn: null, status: 'running' as const, createdAt: NOON },
});

const aFinding = ({ org, assessment, user }: World, orgId = org.id) => ({
  ...{ id: org.id, orgId, assessmentId: assessment.id, position: 1, headline: 'Nobody watches' },
  ...{ text: 'x', recommendation: '', capabilities: [], evidence: [] },
  ...{ createdBy: user.id, createdAt: NOON, updatedBy: user.id, updatedAt: NOON },
});

const aReport = ({ org, assessment, user }: World, orgId = org.id) => ({
  ...{ id: org.id, orgId, assessmentId: assessment.id, settings: defaultSettings('Report', 'full', null) },
  ...{ createdBy: user.id, createdAt: NOON, updatedBy: user.id, updatedAt: NOON },
});

const anIssue = ({ org, user }: World) => ({
  ...{ id: org.id, orgId: org.id, reportId: org.id, status: 'draft' as const, number: '0.1', changes: [] },
  ...{ edition: anEdition.hash, hash: 'h', signature: 's', body: '', issuedBy: user.id, issuedAt: NOON },
});

/** It has the organisation's id, by which the table above finds it. */
const aJob = ({ org, user }: World, orgId = org.id) => ({
  ...{ id: org.id, orgId, kind: 'round-reports' as const, subject: 'a round', total: 1 },
  input: { paper: 'a4' as const, edition: 'full' as const, only: null },
  ...{ createdBy: user.id, createdAt: NOON },
});

const A_CLAIM = { claimedBy: 'one', at: NOON, losses: 0 };

const AN_END = { error: null, finishedAt: NOON, expiresAt: minutesLater(60) };

const aPart = {
  ...{ position: 1, assessmentId: null, file: 'Fraud.pdf', status: 'waiting' as const, error: null },
  line: { team: 'Fraud', unit: null, assessment: 'Autumn', date: '2026-10-01', levels: {} },
};

const aFile = { status: 'done' as const, check: { size: 1, crc: 1 }, body: 'AA==', error: null };

const aDecision = ({ org, user }: World) => ({
  ...{
    id: org.id,
    orgId: org.id,
    title: 'Fund two ML engineers',
    beforeOn: null,
    source: 'role:ml-engineer',
  },
  ...{ waiting: 2, status: 'open' as const, outcome: null },
  ...{ createdBy: user.id, createdAt: NOON, updatedBy: user.id, updatedAt: NOON },
});

const anOldLine = ({ org, user }: World) => ({
  ...{ id: org.id, orgId: org.id, at: NOON, actorId: user.id },
  ...{ action: 'org.create', resource: 'org', resourceId: org.id, detail: {} },
});

const anEdition = { hash: 'e1', version: '2026.1', content: '' };

const aFrost = ({ assessment }: World, orgId = assessment.orgId) => ({
  assessmentId: assessment.id,
  orgId,
  edition: 'e1',
  hash: 'h',
  body: '',
});

const aProvision = ({ team, user }: World, orgId = team.orgId) => ({
  orgId,
  teamId: team.id,
  sourceId: team.id,
  capabilities: null,
  createdBy: user.id,
  createdAt: NOON,
});

const aShare = ({ org, user }: World) => ({
  ...{ id: org.id, orgId: org.id, tokenHash: org.id, codeHash: null, title: 'For the board' },
  ...{ issueId: null, downloads: null },
  ...{ createdBy: user.id, createdAt: NOON, expiresAt: minutesLater(60), hash: 'h', body: '' },
});

const anOrigin = ({ assessment }: World, from: { id: string }, orgId = assessment.orgId) => ({
  assessmentId: assessment.id,
  orgId,
  fromId: from.id,
  kind: 'round' as const,
});

const isNothing = (found: unknown) =>
  found === undefined || found === 0 || (Array.isArray(found) && found.length === 0);

test('every query of a tenant’s rows is in the table of this test', () => {
  const modules = [
    ...[orgs, teams, assessments, answers, scores, history, rollups],
    ...[frozen, origins, provisions, shares, audits, rounds, watchers, scenarios, plans, decisions],
    standings,
    ...[brands, phrases, findings, reports, jobs, invitations, engagements, waiting, keeping],
    ...[auditNames, moving, domains, departures, groups, gatherings, respondents, ownAnswers, settlements],
    ...[past, evidenceRequests],
  ];
  const asynchronous = modules
    .flatMap((module) => Object.values(module))
    .filter((query) => query.constructor.name === 'AsyncFunction')
    .map((query) => query.name);
  expect(new Set(asynchronous)).toEqual(new Set([...Object.keys(reads), ...FINDING_THE_ORGANISATION]));
});

test.each(Object.entries(reads))('%s finds nothing of another organisation', async (_, read) => {
  const world = await aFullWorld();
  const other = anOrg();
  await commit(fresh.db, (tx) => [orgs.insertOrg(tx, other)]);
  expect(isNothing(await read(fresh.db, world.org.id, world))).toBe(false);
  expect(isNothing(await read(fresh.db, other.id, world))).toBe(true);
});

test('a change in the name of another organisation misses', async () => {
  const [own, other] = [await aFullWorld(), await aWorld(fresh.db)];
  const orgId = other.org.id;
  const finished = { finishedAt: NOON, finishedBy: own.user.id };
  const changes: ((tx: Tx) => Guarded)[] = [
    (tx) => teams.updateTeam(tx, { ...own.team, orgId }, { name: 'X' }),
    (tx) => teams.deleteTeam(tx, { ...own.team, orgId }),
    (tx) => assessments.bumpAssessment(tx, { ...own.assessment, orgId }, { updatedAt: NOON }),
    (tx) => assessments.setFinished(tx, { ...own.assessment, orgId }, finished),
    (tx) => assessments.setInReview(tx, { ...own.assessment, orgId }, { review: null, updatedAt: NOON }),
    (tx) => assessments.claim(tx, { ...own.assessment, orgId }),
    (tx) => answers.updateAnswer(tx, anAnswer(own, { orgId }), 1),
    (tx) => answers.upsertStated(tx, aStatement(own, { orgId }), 1),
    (tx) => rollups.replaceNewest(tx, aRollup(other), 1),
    (tx) => standings.replaceStanding(tx, { ...aStanding(own), orgId }, 1),
    (tx) => shares.revokeShareRow(tx, { id: own.org.id, orgId, revokedAt: NOON }),
    (tx) => shares.countOpening(tx, { id: own.org.id, orgId }, NOON),
    (tx) => shares.countTry(tx, { id: own.org.id, orgId }, { most: 9, now: NOON }),
    (tx) => rounds.updateRound(tx, { ...aRound(own), orgId, version: 1 }, { title: 'X' }),
    (tx) => rounds.whileOpen(tx, { ...aRound(own), orgId }),
    (tx) =>
      scenarios.updateScenario(
        tx,
        { ...aScenario(own, orgId), version: 1 },
        { name: 'X', updatedBy: own.user.id, updatedAt: NOON },
      ),
    (tx) => scenarios.deleteScenario(tx, { ...aScenario(own, orgId), version: 1 }),
    (tx) => plans.endPlan(tx, { ...aPlan(own, orgId), version: 1 }, NOON),
    (tx) => plans.updatePlanStep(tx, { ...aPlanStep(own, orgId), version: 1 }, { note: 'X' }),
    (tx) => phrases.updatePhrase(tx, { ...aPhrase(own, orgId), version: 1 }, aPhrase(own)),
    (tx) => phrases.deletePhraseRow(tx, { ...aPhrase(own, orgId), version: 1 }),
    (tx) => findings.updateFinding(tx, { ...aFinding(own, orgId), version: 1 }, aFinding(own)),
    (tx) => findings.deleteFinding(tx, { ...aFinding(own, orgId), version: 1 }),
    (tx) => reports.updateReport(tx, { ...aReport(own, orgId), version: 1 }, aReport(own)),
    (tx) => reports.deleteReport(tx, { ...aReport(own, orgId), version: 1 }),
    (tx) =>
      decisions.updateDecision(
        tx,
        { id: own.org.id, orgId, version: 1 },
        { title: 'X', updatedBy: own.user.id, updatedAt: NOON },
      ),
    (tx) => domains.holdDomain(tx, { ...aDomain(own), orgId, version: 1 }, NOON),
    (tx) => domains.setDomainRole(tx, { ...aDomain(own), orgId, version: 1 }, 'viewer'),
    (tx) => domains.deleteDomain(tx, { ...aDomain(own), orgId }),
    (tx) => groups.deleteGroupRole(tx, aGroupRole(own, orgId)),
    (tx) => invitations.acceptInvitationRow(tx, { orgId, id: own.org.id }, NOON),
    (tx) => invitations.revokeInvitationRow(tx, { orgId, id: own.org.id }, NOON),
    (tx) => engagements.updateEngagement(tx, { orgId, id: own.org.id, version: 1 }, anEngagement(own)),
    (tx) => engagements.deleteEngagement(tx, { orgId, id: own.org.id, version: 1 }),
    (tx) => jobs.claimJob(tx, { ...aJob(own, orgId), version: 2, startedAt: null }, A_CLAIM),
    (tx) => jobs.beatJob(tx, { ...aJob(own, orgId), claimedBy: 'one' }, NOON),
    (tx) => jobs.letGoJob(tx, { ...aJob(own, orgId), claimedBy: 'one' }),
    (tx) => jobs.endJob(tx, { ...aJob(own, orgId), claimedBy: 'one' }, { ...AN_END, status: 'done' }),
    (tx) => jobs.setCancelled(tx, aJob(own, orgId), AN_END),
    (tx) => jobs.writePart(tx, { orgId, jobId: own.org.id, position: 1 }, aFile),
    (tx) => respondents.updateRespondent(tx, { ...aRespondent(own, orgId), version: 1 }, { removedAt: NOON }),
    (tx) => respondents.whileAsked(tx, { ...aRespondent(own, orgId), begunAt: NOON }),
    (tx) => respondents.takeTask(tx, { ...ofRespondent(own, orgId), capability: 'rollback' }),
    (tx) => ownAnswers.updateOwnAnswer(tx, anOwnAnswer(own, orgId), 1),
    (tx) => evidenceRequests.endEvidenceRequestRow(tx, { orgId, id: own.org.id, version: 1 }, NOON),
  ];
  for (const change of changes) {
    const missing = commit(fresh.db, (tx) => [exactlyOne(change(tx), stale)]);
    await expect(missing).rejects.toThrow('stale');
  }
});

test('what is overwritten or deleted in the name of another organisation stays', async () => {
  const [own, other] = [await aFullWorld(), await aWorld(fresh.db)];
  const as = { orgId: other.org.id, assessmentId: own.assessment.id };
  const tried = { id: own.org.id, orgId: own.org.id };
  await commit(fresh.db, (tx) => [
    exactlyOne(shares.countTry(tx, tried, { most: 9, now: NOON }), stale),
    settlements.deleteSettlement(tx, { ...as, capability: 'rollback' }),
    settlements.upsertSettlement(tx, { ...aSettlement(own, other.org.id), state: 'agreed' }),
    answers.updateEvidence(tx, { ...anAnswer(own, { evidence: [] }), orgId: other.org.id, version: 1 }),
    standings.deleteOwnStanding(tx, other.org.id, own.team.id),
    standings.deleteSums(tx, other.org.id),
    provisions.deleteProvision(tx, { orgId: other.org.id, teamId: own.team.id }),
    shares.forgetTries(tx, { id: own.org.id, orgId: other.org.id }),
    orgs.updateMembership(tx, { orgId: other.org.id, userId: own.user.id }, { role: 'viewer' }),
    ...orgs.writeTeamRoles(tx, { orgId: other.org.id, userId: own.user.id }, []),
    departures.deleteDeparture(tx, { orgId: other.org.id, userId: own.user.id }),
    groups.deleteGroupGrants(tx, { orgId: other.org.id, userId: own.user.id }, [own.org.id]),
    invitations.revokeInvitationsTo(tx, { orgId: other.org.id, email: 'ben@example.org' }, NOON),
    orgs.deleteMembership(tx, { orgId: other.org.id, userId: own.user.id }),
    scores.upsertScore(tx, aScore(own.assessment, { orgId: other.org.id, edition: 'other' })),
    ...rounds.deleteRoundTeams(tx, { ...aRound(own), orgId: other.org.id }, [own.team.id]),
    ...rounds.markReminded(tx, { ...aRound(own), orgId: other.org.id }, [own.team.id], NOON),
    watchers.deleteWatcher(tx, { orgId: other.org.id, userId: own.user.id }),
    jobs.deleteParts(tx, aJob(own, other.org.id), [1]),
    jobs.deleteJob(tx, aJob(own, other.org.id)),
    respondents.upsertGuestLink(tx, { ...aGuestLink(own, other.org.id), tokenHash: 'taken' }),
    ...respondents.writeTasks(tx, ofRespondent(own, other.org.id), []),
    evidenceRequests.endEvidenceAskedOf(tx, { ...anEvidenceRequest(own, other.org.id), endedAt: NOON }),
  ]);
  expect(await answers.answersOf(fresh.db, own.org.id, own.assessment.id)).toMatchObject([
    { evidence: [{ by: 'Ada' }] },
  ]);
  expect(await answers.statedOf(fresh.db, own.org.id, own.assessment.id)).toHaveLength(1);
  expect(await settlements.settlementsOf(fresh.db, own.org.id, own.assessment.id)).toMatchObject([
    { state: 'parked', version: 1 },
  ]);
  expect(await provisions.provisionsOfOrg(fresh.db, own.org.id)).toHaveLength(1);
  expect(await standings.ownStandings(fresh.db, own.org.id)).toHaveLength(1);
  expect((await orgs.orgOfMember(fresh.db, own.org.slug, own.user.id, '2026-10-01'))?.grants).toEqual([
    { teamId: null, role: 'owner' },
    { teamId: own.team.id, role: 'viewer' },
    { teamId: own.team.id, role: 'facilitator' },
  ]);
  expect(await departures.departureOf(fresh.db, own.org.id, own.user.id)).toBeDefined();
  expect(await invitations.openInvitationsOf(fresh.db, own.org.id)).toHaveLength(1);
  expect((await scores.scoreOf(fresh.db, own.org.id, own.assessment.id))?.edition).toBe('e1');
  expect(await shares.sharesOf(fresh.db, own.org.id)).toMatchObject([{ wrongCodes: 1 }]);
  expect(await rounds.teamsOfRound(fresh.db, own.org.id, own.org.id)).toEqual([
    { teamId: own.team.id, remindedAt: null },
  ]);
  expect(await watchers.watchersOf(fresh.db, own.org.id)).toHaveLength(1);
  expect(await respondents.guestByTokenHash(fresh.db, own.org.id)).toBeDefined();
  expect(await respondents.tasksOf(fresh.db, own.org.id, own.assessment.id)).toHaveLength(1);
  expect(await jobs.partsOfJob(fresh.db, own.org.id, own.org.id)).toHaveLength(1);
  expect(await evidenceRequests.evidenceAskedOf(fresh.db, own.org.id, own.user.id)).toHaveLength(1);
});

test('the database refuses a row that points into another organisation', async () => {
  const [own, other] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  const orgId = other.org.id;
  await commit(fresh.db, (tx) => [
    frozen.keepEdition(tx, anEdition),
    groups.insertGroupRole(tx, aGroupRole(own)),
  ]);
  const inserts: ((tx: Tx) => Write)[] = [
    (tx) => teams.insertTeam(tx, aTeam(other.org, { parentId: own.team.id })),
    (tx) => assessments.insertAssessment(tx, anAssessment({ ...own.team, orgId }, own.user)),
    (tx) => answers.insertAnswer(tx, anAnswer(own, { orgId })),
    (tx) => past.insertPastAnswer(tx, { ...anAnswer(own, { orgId }), version: 1 }),
    (tx) => scores.upsertScore(tx, aScore({ ...own.assessment, orgId })),
    (tx) => provisions.upsertProvision(tx, aProvision(own, orgId)),
    (tx) => origins.insertOrigin(tx, anOrigin(own, other.assessment)),
    (tx) => origins.insertOrigin(tx, anOrigin(own, own.assessment, orgId)),
    (tx) => frozen.insertFrozen(tx, aFrost(own, orgId)),
    ...['own', 'other'].map((whose) => (tx: Tx) => {
      const of = { orgId, userId: whose === 'own' ? own.user.id : other.user.id };
      return (
        orgs.writeTeamRoles(tx, of, [{ teamId: own.team.id, role: 'viewer' }])[1] ??
        orgs.deleteOrg(tx, own.org)
      );
    }),
    (tx) => groups.insertGroupRole(tx, { ...aGroupRole(own, orgId), id: orgId }),
    ...['own', 'other'].map((whose) => (tx: Tx) => {
      const userId = whose === 'own' ? own.user.id : other.user.id;
      return groups.insertGroupGrants(tx, { orgId, userId }, [own.org.id])[0] ?? orgs.deleteOrg(tx, own.org);
    }),
    (tx) => scenarios.insertScenario(tx, aScenario(own, orgId)),
    (tx) => plans.insertPlan(tx, aPlan(own, orgId)),
    (tx) => plans.insertPlanStep(tx, aPlanStep(own, orgId)),
    (tx) => scores.upsertScore(tx, aScore({ ...own.assessment, teamId: other.team.id })),
    (tx) => gatherings.insertGathering(tx, aGathering(own, orgId)),
    (tx) => respondents.insertRespondent(tx, aRespondent(own, orgId)),
    (tx) => respondents.upsertGuestLink(tx, aGuestLink(own, orgId)),
    (tx) => respondents.addTask(tx, { ...ofRespondent(own, orgId), capability: 'rollback' }),
    (tx) => ownAnswers.insertOwnAnswer(tx, anOwnAnswer(own, orgId)),
    (tx) => settlements.upsertSettlement(tx, aSettlement(own, orgId)),
    (tx) => evidenceRequests.insertEvidenceRequest(tx, anEvidenceRequest(own, orgId)),
    (tx) => jobs.insertJobParts(tx, aJob(own, orgId), [aPart])[0] ?? jobs.insertJob(tx, aJob(own)),
  ];
  const roundOfOther = aRound(other);
  inserts.push(
    (tx) =>
      rounds.insertRoundTeams(tx, roundOfOther, [own.team.id])[0] ?? rounds.insertRound(tx, roundOfOther),
  );
  for (const insert of inserts) {
    const refused = commit(fresh.db, (tx) => [insert(tx)]);
    await expect(refused).rejects.toMatchObject({ message: expect.stringMatching(/foreign key/i) });
  }
  expect(await fresh.db.$count(tables.answer)).toBe(0);
  expect(await fresh.db.$count(tables.score)).toBe(0);
});

test('all that belongs to an organisation goes with it, and nothing of another', async () => {
  const [own, other] = [await aFullWorld(), await aFullWorld()];
  await commit(fresh.db, (tx) => [orgs.deleteOrg(tx, own.org)]);
  const ofOrg = [
    ...[tables.membership, tables.team, tables.assessment, tables.answer],
    ...[tables.stated, tables.score, tables.audit, tables.origin, tables.rollup, tables.planStanding],
    ...[tables.provision, tables.share],
    ...[tables.round, tables.roundTeam, tables.watcher, tables.brand, tables.phrase, tables.decision],
    ...[tables.finding, tables.report, tables.reportIssue, tables.job, tables.jobPart],
    ...[tables.teamRole, tables.invitation, tables.engagement],
    ...[tables.orgDomain, tables.departed, tables.groupRole, tables.groupGrant, tables.gathering],
    ...[tables.respondent, tables.guestLink, tables.ownAnswer, tables.task],
    ...[tables.settlement, tables.evidenceRequest],
  ];
  for (const table of ofOrg) {
    expect(await fresh.db.$count(table, eq(table.orgId, own.org.id))).toBe(0);
    expect(await fresh.db.$count(table, eq(table.orgId, other.org.id))).toBeGreaterThan(0);
  }
  expect(await fresh.db.$count(tables.user)).toBe(2);
});

test('a team with assessments cannot be deleted', async () => {
  const { team } = await aWorld(fresh.db);
  await expect(
    commit(fresh.db, (tx) => [tx.delete(tables.team).where(eq(tables.team.id, team.id))]),
  ).rejects.toMatchObject({ message: expect.stringMatching(/foreign key/i) });
});

test('a domain is shown to be the own of one organisation alone, and may be claimed by others', async () => {
  const [own, other] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  await commit(fresh.db, (tx) => [
    domains.insertDomain(tx, aDomain(own)),
    domains.insertDomain(tx, aDomain(other)),
    exactlyOne(domains.holdDomain(tx, { ...aDomain(own), version: 1 }, NOON), stale),
  ]);
  const second = commit(fresh.db, (tx) => [
    exactlyOne(domains.holdDomain(tx, { ...aDomain(other), version: 1 }, NOON), stale),
  ]);
  expect(await second.catch(isUniqueViolation)).toBe(true);
  expect(await domains.holderOfDomain(fresh.db, 'harbour.example')).toEqual({
    orgId: own.org.id,
    role: null,
  });
});

test('what groups give stands beside what people give, each told apart, and holds together', async () => {
  const world = await aFullWorld();
  const { org, team, user } = world;
  const another = { ...aGroupRole(world), id: `${org.id}-2`, name: 'all', role: 'viewer' as const };
  await commit(fresh.db, (tx) => [
    groups.insertGroupRole(tx, { ...another, teamId: null }),
    ...groups.insertGroupGrants(tx, { orgId: org.id, userId: user.id }, [another.id]),
  ]);
  const byHand = [
    { teamId: null, role: 'owner' },
    { teamId: team.id, role: 'viewer' },
  ];
  const [member] = await orgs.membersOfOrg(fresh.db, org.id);
  expect(member?.grants).toEqual(byHand);
  expect(new Set(member?.fromGroups)).toEqual(
    new Set([
      { teamId: team.id, role: 'facilitator', group: 'ml-leads' },
      { teamId: null, role: 'viewer', group: 'all' },
    ]),
  );
  expect((await orgs.orgOfId(fresh.db, org.id, user.id, '2026-10-01'))?.grants).toHaveLength(4);
  expect(await groups.standingOf(fresh.db, { orgId: org.id, userId: user.id })).toMatchObject({
    ...{ inTeams: true, role: 'owner' },
  });
  expect(await groups.orgsWithGroupRoles(fresh.db, user.id)).toEqual([org.id]);
});
