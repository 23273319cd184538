import 'server-only';
import { assessmentById } from '@/db/assessments';
import { decisionsOf } from '@/db/decisions';
import { evidenceAskedOf, memberNamesOf, type EvidenceAskedOf } from '@/db/evidence-requests';
import { blindAssessmentsOf } from '@/db/gatherings';
import { askedOfUser, type AskedOfUser } from '@/db/respondents';
import { assessmentsInRound, teamsInOpenRounds } from '@/db/rounds';
import { teamsOfOrg } from '@/db/teams';
import { openAssessmentsOf, stepsOwnedBy, type OpenAssessment } from '@/db/waiting';
import type { Membership } from '../auth/enter';
import type { ActorContext } from '../context';
import { addressOfEvidence } from '../domain/answering-place';
import { WHO_LEFT } from '../assessments/evidence-requests';
import { capitalised } from '../domain/labels';
import { can, roleAt, type Action } from '../domain/policy';
import { roundState } from '../domain/round-state';
import { idPathsOf } from '../domain/team-tree';
import { progressWords } from '../domain/gathering-words';
import { peopleOf } from '../gatherings/people-of';
import { assessedInRound, spanOf } from '../rounds/teams-in-round';
import { dayOf } from '../domain/calendar';

/** One thing that this person can do next, with where it is done. */
export type Waiting = {
  key: string;
  title: string;
  words: string;
  href: string;
  due: string | null;
  late: boolean;
};

export type WaitingList = {
  /** Handed in to be looked at. */
  review: Waiting[];
  /** Where one is asked by name, and not done. */
  asked: Waiting[];
  /** What somebody asks one to show. */
  evidence: Waiting[];
  /** Drafts of one's own teams. */
  answer: Waiting[];
  /** Teams of one's own in an open round that have not begun. */
  start: Waiting[];
  /** Steps of plans that bear one's name. */
  steps: Waiting[];
  decide: Waiting[];
};

/** What waits for a member in this organisation: what is theirs, not all that they might do. */
export async function waitingFor(member: Membership): Promise<WaitingList> {
  const { ctx, org, person, grants } = member;
  const { db } = ctx;
  const whole = roleAt(grants, null);
  const [teams, assessments, rounds, steps, asked, blind, shows, decisions] = await Promise.all([
    teamsOfOrg(db, org.id),
    openAssessmentsOf(db, org.id),
    teamsInOpenRounds(db, org.id),
    stepsOwnedBy(db, org.id, [person.name, person.email]),
    askedOfUser(db, org.id, person.userId),
    blindAssessmentsOf(db, org.id),
    evidenceAskedOf(db, org.id, person.userId),
    // The member stands anywhere here; decisions are the organisation's.
    can({ ...ctx.actor, role: whole }, 'decision.make', { orgId: org.id }) ? decisionsOf(db, org.id) : [],
  ]);
  const teamOf = new Map(teams.map((team) => [team.id, team]));
  const paths = idPathsOf(teams);
  const mayAt = (teamId: string, action: Action): boolean =>
    can({ ...ctx.actor, role: roleAt(grants, paths.get(teamId) ?? []) }, action, { orgId: org.id });
  const at = `/${org.slug}`;
  const today = dayOf(ctx.now);
  const named = (row: OpenAssessment) => `${row.title} of ${teamOf.get(row.teamId)?.name ?? 'a team'}`;
  const item = (
    key: string,
    title: string,
    words: string,
    path: string,
    due: string | null = null,
  ): Waiting => ({
    ...{ key, title, words, href: `${at}${path}`, due },
    late: due !== null && due < today,
  });
  const titleOf = (capability: string): string =>
    ctx.content.capabilities.find(({ id }) => id === capability)?.title ?? capability;
  // Who facilitates the whole organisation is not asked to answer for each of its teams.
  const own = (teamId: string): boolean => {
    const role = roleAt(
      grants.filter(({ teamId: given }) => given !== null || whole === 'contributor'),
      paths.get(teamId) ?? [],
    );
    return role !== null && role !== 'viewer';
  };
  return {
    review: assessments
      .filter(({ status, teamId }) => status === 'review' && mayAt(teamId, 'assessment.review'))
      .map((row) => item(row.id, named(row), 'handed in to be looked at', `/assessments/${row.id}/results`)),
    asked: (
      await notDone(
        ctx,
        asked.filter(({ teamId }) => mayAt(teamId, 'assessment.answer')),
      )
    ).map(({ row, state }) =>
      item(
        row.assessmentId,
        `${row.title} of ${teamOf.get(row.teamId)?.name ?? 'a team'}`,
        row.way === 'alone' ? `you are asked to answer alone: ${state}` : `you are asked: ${state}`,
        `/assessments/${row.assessmentId}`,
        row.dueOn,
      ),
    ),
    evidence: (
      await withAskers(
        ctx,
        shows.filter(
          ({ teamId, assessmentId }) => !blind.includes(assessmentId) && mayAt(teamId, 'assessment.answer'),
        ),
      )
    ).map(({ row, by }) =>
      item(
        row.id,
        `${by} asks for evidence on ${titleOf(row.capability)} in ${teamOf.get(row.teamId)?.name ?? 'a team'} · ${row.title}`,
        row.note ?? '',
        `/assessments/${row.assessmentId}${addressOfEvidence(row.capability)}`,
      ),
    ),
    answer: assessments
      .filter(
        ({ id, status, teamId, createdBy }) =>
          status === 'draft' &&
          // Who is asked is told so above, and to others there is nothing to answer.
          !blind.includes(id) &&
          !asked.some((each) => each.assessmentId === id) &&
          mayAt(teamId, 'assessment.answer') &&
          (own(teamId) || createdBy === person.userId),
      )
      .map((row) =>
        item(
          row.id,
          named(row),
          row.review?.sentBack ? `sent back: ${row.review.sentBack}` : 'a draft',
          `/assessments/${row.id}`,
        ),
      ),
    start: (
      await notBegun(
        ctx,
        rounds.filter(({ teamId }) => own(teamId)),
      )
    ).flatMap(({ teamId, round }) => {
      const team = teamOf.get(teamId);
      return team === undefined
        ? []
        : [
            item(
              `${round.id}-${teamId}`,
              `${round.title}: ${team.name}`,
              'not begun',
              `/teams/${team.slug}`,
              round.dueOn,
            ),
          ];
    }),
    steps: steps.flatMap(({ teamId, step, status, dueOn }) => {
      const team = teamOf.get(teamId);
      const [capability = '', rung = ''] = step.split(':');
      return team === undefined || !mayAt(teamId, 'org.read')
        ? []
        : [
            item(
              `${teamId}-${step}`,
              `${titleOf(capability)} to rung ${rung}, ${team.name}`,
              status,
              `/teams/${team.slug}/plan`,
              dueOn,
            ),
          ];
    }),
    decide: decisions
      .filter(({ status }) => status === 'open')
      .map(({ id, title, beforeOn }) =>
        item(id, title, 'a decision is wanted', '/scorecard/decisions', beforeOn),
      ),
  };
}

/** Where there is still something to answer for the actor; once it is opened nobody answers alone any more. */
async function notDone(
  ctx: ActorContext,
  asked: readonly AskedOfUser[],
): Promise<{ row: AskedOfUser; state: string }[]> {
  const rows = await Promise.all(
    asked.map(async (row) => {
      const assessment = await assessmentById(ctx.db, ctx.actor.orgId, row.assessmentId);
      if (row.openedAt !== null || assessment?.status !== 'draft') return [];
      const me = (await peopleOf(ctx, assessment, row.way)).find(
        ({ respondent }) => respondent.id === row.id,
      );
      return me === undefined || me.progress.kind === 'done'
        ? []
        : [{ row, state: progressWords(me.progress, me.asked.length) }];
    }),
  );
  return rows.flat();
}

/** With who asks, to begin a sentence. */
async function withAskers({ db, actor }: ActorContext, rows: readonly EvidenceAskedOf[]) {
  const names = await memberNamesOf(
    db,
    actor.orgId,
    rows.map(({ askedBy }) => askedBy),
  );
  return rows.map((row) => ({ row, by: capitalised(names.get(row.askedBy) ?? WHO_LEFT) }));
}

type InRound = Awaited<ReturnType<typeof teamsInOpenRounds>>[number];

/** Those that have neither begun nor finished an assessment in their round. */
async function notBegun({ db, actor }: ActorContext, own: readonly InRound[]): Promise<InRound[]> {
  const rounds = [...new Map(own.map(({ round }) => [round.id, round])).values()];
  const assessed = await Promise.all(
    rounds.map(async (round) => ({
      round,
      rows: await assessmentsInRound(db, actor.orgId, round.id),
    })),
  );
  return own.filter(({ teamId, round }) => {
    const rows = assessed.find((each) => each.round.id === round.id)?.rows ?? [];
    const ofTeam = rows.filter((row) => row.teamId === teamId);
    return roundState(spanOf(round), ofTeam.map(assessedInRound)).kind === 'not-started';
  });
}
