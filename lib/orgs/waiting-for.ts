import 'server-only';
import { assessmentById } from '@/db/assessments';
import { decisionsOf, type Decision } from '@/db/decisions';
import { evidenceAskedOf, memberNamesOf, type EvidenceAskedOf } from '@/db/evidence-requests';
import { blindAssessmentsOf } from '@/db/gatherings';
import { askedOfUser, type AskedOfUser } from '@/db/respondents';
import { assessmentsInRound, teamsInOpenRounds } from '@/db/rounds';
import type { Team } from '@/db/schema/teams';
import { teamsOfOrg } from '@/db/teams';
import { openAssessmentsOf, stepsOwnedBy, type OpenAssessment } from '@/db/waiting';
import type { Membership } from '../auth/enter';
import type { ActorContext } from '../context';
import { addressOfEvidence } from '../domain/answering-place';
import { WHO_LEFT } from '../assessments/evidence-requests';
import { capitalised } from '../domain/labels';
import { STATUS_WORDS } from '../domain/plan-words';
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
  const role = roleAt(grants, null);
  const [teams, assessments, rounds, steps, asked, blind, shows, decisions] = await Promise.all([
    teamsOfOrg(db, org.id),
    openAssessmentsOf(db, org.id),
    teamsInOpenRounds(db, org.id),
    stepsOwnedBy(db, org.id, [person.name, person.email]),
    askedOfUser(db, org.id, person.userId),
    blindAssessmentsOf(db, org.id),
    evidenceAskedOf(db, org.id, person.userId),
    // The member stands anywhere here; decisions are the organisation's.
    can({ ...ctx.actor, role }, 'decision.make', { orgId: org.id }) ? decisionsOf(db, org.id) : [],
  ]);
  const look = lookOf(member, teams);
  const seen = shows.filter(({ assessmentId }) => !blind.includes(assessmentId));
  // Who is asked is told so, and to others there is nothing to answer.
  const open = assessments.filter(
    ({ id }) => !blind.includes(id) && !asked.some(({ assessmentId }) => assessmentId === id),
  );
  return {
    review: toReview(look, assessments),
    asked: await askedByName(look, asked),
    evidence: await toShow(look, seen),
    answer: toAnswer(look, open),
    start: await toStart(look, rounds),
    steps: stepsToTake(look, steps),
    decide: toDecide(look, decisions),
  };
}

/** How one person looks at what is open: what they may, and how it is named. */
type Look = ReturnType<typeof lookOf>;

function lookOf({ ctx, org, grants }: Membership, teams: readonly Team[]) {
  const teamOf = new Map(teams.map((team) => [team.id, team]));
  const paths = idPathsOf(teams);
  const today = dayOf(ctx.now);
  const ofTeam = (title: string, teamId: string) => `${title} of ${teamOf.get(teamId)?.name ?? 'a team'}`;
  return {
    ...{ ctx, teamOf, ofTeam },
    titleOf: (capability: string): string =>
      ctx.content.capabilities.find(({ id }) => id === capability)?.title ?? capability,
    mayAt: (teamId: string, action: Action): boolean =>
      can({ ...ctx.actor, role: roleAt(grants, paths.get(teamId) ?? []) }, action, { orgId: org.id }),
    /** Who facilitates the whole organisation is not asked to answer for each of its teams. */
    own: (teamId: string): boolean => {
      const contributes = roleAt(grants, null) === 'contributor';
      const given = grants.filter((grant) => grant.teamId !== null || contributes);
      const role = roleAt(given, paths.get(teamId) ?? []);
      return role !== null && role !== 'viewer';
    },
    item: (
      thing: Pick<Waiting, 'key' | 'title' | 'words'>,
      path: string,
      due: string | null = null,
    ): Waiting => ({
      ...{ ...thing, href: `/${org.slug}${path}`, due },
      late: due !== null && due < today,
    }),
  };
}

const toReview = ({ item, mayAt, ofTeam }: Look, assessments: readonly OpenAssessment[]): Waiting[] =>
  assessments
    .filter(({ status, teamId }) => status === 'review' && mayAt(teamId, 'assessment.review'))
    .map(({ id, title, teamId }) =>
      item(
        { key: id, title: ofTeam(title, teamId), words: 'handed in to be looked at' },
        `/assessments/${id}/results`,
      ),
    );

async function askedByName(
  { ctx, item, mayAt, ofTeam }: Look,
  asked: readonly AskedOfUser[],
): Promise<Waiting[]> {
  const mine = asked.filter(({ teamId }) => mayAt(teamId, 'assessment.answer'));
  return (await notDone(ctx, mine)).map(({ row, state }) => {
    const words = row.way === 'alone' ? `you are asked to answer alone: ${state}` : `you are asked: ${state}`;
    return item(
      { key: row.assessmentId, title: ofTeam(row.title, row.teamId), words },
      `/assessments/${row.assessmentId}`,
      row.dueOn,
    );
  });
}

async function toShow(
  { ctx, item, mayAt, teamOf, titleOf }: Look,
  shows: readonly EvidenceAskedOf[],
): Promise<Waiting[]> {
  const mine = shows.filter(({ teamId }) => mayAt(teamId, 'assessment.answer'));
  return (await withAskers(ctx, mine)).map(({ row, by }) => {
    const team = teamOf.get(row.teamId)?.name ?? 'a team';
    const title = `${by} asks for evidence on ${titleOf(row.capability)} in ${team} · ${row.title}`;
    return item(
      { key: row.id, title, words: row.note ?? '' },
      `/assessments/${row.assessmentId}${addressOfEvidence(row.capability)}`,
    );
  });
}

const toAnswer = ({ ctx, item, mayAt, own, ofTeam }: Look, open: readonly OpenAssessment[]): Waiting[] =>
  open
    .filter(
      ({ status, teamId, createdBy }) =>
        status === 'draft' &&
        mayAt(teamId, 'assessment.answer') &&
        (own(teamId) || createdBy === ctx.actor.userId),
    )
    .map(({ id, title, teamId, review }) =>
      item(
        {
          key: id,
          title: ofTeam(title, teamId),
          words: review?.sentBack ? `sent back: ${review.sentBack}` : 'a draft',
        },
        `/assessments/${id}`,
      ),
    );

async function toStart({ ctx, item, own, teamOf }: Look, rounds: readonly InRound[]): Promise<Waiting[]> {
  const mine = rounds.filter(({ teamId }) => own(teamId));
  return (await notBegun(ctx, mine)).flatMap(({ teamId, round }) => {
    const team = teamOf.get(teamId);
    if (team === undefined) return [];
    const title = `${round.title}: ${team.name}`;
    return [
      item({ key: `${round.id}-${teamId}`, title, words: 'not begun' }, `/teams/${team.slug}`, round.dueOn),
    ];
  });
}

const stepsToTake = ({ item, mayAt, teamOf, titleOf }: Look, steps: readonly OwnedStep[]): Waiting[] =>
  steps.flatMap(({ teamId, step, status, dueOn }) => {
    const team = teamOf.get(teamId);
    if (team === undefined || !mayAt(teamId, 'org.read')) return [];
    const [capability = '', rung = ''] = step.split(':');
    const title = `${titleOf(capability)} to rung ${rung}, ${team.name}`;
    return [
      item(
        { key: `${teamId}-${step}`, title, words: STATUS_WORDS[status] },
        `/teams/${team.slug}/plan`,
        dueOn,
      ),
    ];
  });

const toDecide = ({ item }: Look, decisions: readonly Decision[]): Waiting[] =>
  decisions
    .filter(({ status }) => status === 'open')
    .map(({ id, title, beforeOn }) =>
      item({ key: id, title, words: 'a decision is wanted' }, '/scorecard/decisions', beforeOn),
    );

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
type OwnedStep = Awaited<ReturnType<typeof stepsOwnedBy>>[number];

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
