import { claimJob, endJob, insertJob, jobById } from '@/db/jobs';
import { commit, exactlyOne } from '@/db/commit';
import { insertEngagement } from '@/db/engagements';
import { openInvitationsOf } from '@/db/invitations';
import { planOfTeam } from '@/db/plans';
import { reportById } from '@/db/reports';
import { respondentsOf } from '@/db/respondents';
import type { Org } from '@/db/schema/orgs';
import { sharesOf } from '@/db/shares';
import { teamById } from '@/db/teams';
import { startAssessment } from '../assessments/start-assessment';
import type { ActorContext } from '../context';
import { makeDecision } from '../decisions/make-decision';
import { dayOf } from '../domain/calendar';
import { assumedInput } from '../domain/plan-input';
import { Stale, type Result } from '../errors';
import { saveFinding } from '../findings/save-finding';
import { askMembers } from '../gatherings/ask-members';
import { setGathering, settingsOf, settingsText } from '../gatherings/set-gathering';
import { invite } from '../members/invite';
import { addGroupRole, groupRoles } from '../orgs/group-roles';
import { addDomain } from '../orgs/own-domains';
import { savePhrase } from '../phrases/save-phrase';
import { saveScenario } from '../plans/save-scenario';
import { createReport } from '../reports/create-report';
import { issueReport } from '../reports/issue-report';
import { createReportShare } from '../shares/create-report-share';
import { createShare } from '../shares/create-share';
import { enterCode } from '../shares/enter-code';
import { revokeShare } from '../shares/revoke-share';

/** `word` stands in everything that is made, so that an answer that tells of it is known. */
type Maker = ActorContext & { org: Org; person: { name: string }; word: string };

/** Which assessment, and which team of it, the things hang on. */
type On = { id: string; team: string };

/** One of each thing that an address or a form can name, as its members make them; gives their ids. */
export async function makeThings(ctx: Maker, { id, team }: On): Promise<Record<string, string>> {
  const { db, now, newId, org, actor, word } = ctx;
  const words = { headline: word, text: word, recommendation: word, capabilities: [] };
  const finding = must(
    await saveFinding(ctx, { id, ...words, finding: '', version: 0, ...NO_EVIDENCE, without: [] }),
  );
  const phrase = must(await savePhrase(ctx, { ...words, phrase: '', version: 0 }));
  const input = JSON.stringify(assumedInput({}, dayOf(now)));
  const scenario = must(await saveScenario(ctx, { id, name: word, input, scenario: '', version: 0 }));
  const report = must(await createReport(ctx, { id, title: word, edition: 'full', only: null }));
  const version = (await reportById(db, org.id, report.id))?.version ?? 0;
  const issue = await issueReport(ctx, { id, report: report.id, version, changes: '' }, 'draft');
  const decision = must(await makeDecision(ctx, { source: '', title: word, beforeOn: '', waiting: 0 }));
  must(
    await invite(ctx, {
      ...{ email: `${word}-${actor.userId}@example.org`, name: word },
      ...{ role: 'viewer', team: [], teamRole: [], until: '' },
    }),
  );
  const invitation = (await openInvitationsOf(db, org.id)).at(-1)?.id ?? '';
  // Without the word, as who names a domain is told its name.
  const domain = `d${newId().slice(0, 8)}.example.org`;
  must(await addDomain(ctx, { domain }));
  must(await addGroupRole(ctx, { group: newId(), role: 'viewer', team: '' }));
  const groupRole = (await groupRoles(ctx)).at(-1)?.id ?? '';
  const asked = await makeAsked(ctx, team);
  return {
    ...{ finding: finding.id, phrase: phrase.id, scenario: scenario.id, decision: decision.id, invitation },
    ...{ domain, groupRole, ...asked },
    ...{
      report: report.id,
      input,
      issue: issue.ok ? issue.value.id : '',
      plan: (await planOfTeam(db, org.id, team))?.id ?? '',
    },
  };
}

/** An assessment that each answers alone, in which its maker is asked. */
async function makeAsked(ctx: Maker, teamId: string): Promise<{ alone: string; respondent: string }> {
  const { db, org, actor, word } = ctx;
  const team = (await teamById(db, org.id, teamId))?.slug ?? '';
  const count = { scope: undefined, useCases: undefined, inProduction: undefined };
  const { id } = must(await startAssessment(ctx, { title: word, questionnaires: ['aws'], team, ...count }));
  const seen = settingsText(settingsOf(undefined));
  must(await setGathering(ctx, { id, way: 'alone', named: 'yes', guests: 'yes', dueOn: '', seen }));
  must(await askMembers(ctx, { id, people: [actor.userId] }));
  const [respondent] = await respondentsOf(db, org.id, id);
  return { alone: id, respondent: respondent?.id ?? '' };
}

/**
 * A link to the scorecard, two that ask for a code with the pass for the first, one to an issued report with its files, and one that was
 * taken back.
 */
export async function makeLinks(
  ctx: Maker,
  which: { id: string; report: string; issue: string },
): Promise<Record<string, string>> {
  const code = `code of ${ctx.word}`;
  const fields = { org: ctx.org.slug, title: ctx.word, days: 1, code: '', to: '' };
  const tokenOf = ({ link }: { link: string }): string => link.replace(/^.*\/s\//, '');
  const share = tokenOf(must(await createShare(ctx, fields)));
  const [first] = await sharesOf(ctx.db, ctx.org.id);
  const ended = tokenOf(must(await createShare(ctx, fields)));
  const second = (await sharesOf(ctx.db, ctx.org.id)).find(({ id }) => id !== first?.id);
  must(await revokeShare(ctx, { id: second?.id ?? '' }));
  const coded = tokenOf(must(await createShare(ctx, { ...fields, code })));
  const another = tokenOf(must(await createShare(ctx, { ...fields, code })));
  const files = tokenOf(must(await createReportShare(ctx, { ...fields, ...which, downloads: true })));
  const { pass } = must(await enterCode(ctx, { token: coded, code }));
  return { share, shareId: first?.id ?? '', ended, coded, another, files, pass };
}

/** An archive of the reports of a round, done, with nothing but its index in it. */
export async function makeArchive({ db, now, newId, actor }: Maker, subject: string): Promise<string> {
  const [id, claimedBy, orgId] = [newId(), 'matrix', actor.orgId];
  const input = { paper: 'a4' as const, edition: 'full' as const, only: null };
  const row = { id, orgId, kind: 'round-reports' as const, subject, input, total: 0 };
  await commit(db, (tx) => [insertJob(tx, { ...row, createdBy: actor.userId, createdAt: now })]);
  const seen = await jobById(db, orgId, id);
  if (seen === undefined) throw new Error('the job is gone');
  const end = { status: 'done' as const, error: null, finishedAt: now, expiresAt: later(now) };
  const missed = () => new Stale();
  await commit(db, (tx) => [exactlyOne(claimJob(tx, seen, { claimedBy, at: now, losses: 0 }), missed)]);
  await commit(db, (tx) => [exactlyOne(endJob(tx, { orgId, id, claimedBy }, end), missed)]);
  return id;
}

/** Another organisation as a client of this one, though it be no firm. */
export async function makeClient({ db, now, newId, org, word }: Maker, clientId: string): Promise<string> {
  const id = newId();
  const row = { id, orgId: org.id, clientId, sponsor: word, scope: word };
  await commit(db, (tx) => [
    insertEngagement(tx, { ...row, startsOn: null, endsOn: null, status: 'planned', createdAt: now }),
  ]);
  return id;
}

const NO_EVIDENCE = { evidenceTitle: '', evidenceUrl: '' };

const later = (now: Date): Date => new Date(now.getTime() + 86_400_000);

export function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}
