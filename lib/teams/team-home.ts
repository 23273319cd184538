import 'server-only';
import { answersOf, peopleOfTeam } from '@/db/answers';
import { assessmentsOfTeam, binOfTeam, type AssessmentRow } from '@/db/assessments';
import { originsOfTeam } from '@/db/origins';
import { planOfTeam } from '@/db/plans';
import type { Team } from '@/db/schema/teams';
import { finishedScoresOfTeam } from '@/db/scores';
import { teamBySlug, teamsOfOrg } from '@/db/teams';
import { leavesBinAt } from '../assessments/delete-assessment';
import type { ActorContext } from '../context';
import type { Aims } from '../domain/aims';
import { levelText } from '../domain/labels';
import type { StoredScore } from '../domain/stored-score';
import { trendOf, type Trend } from '../domain/trend';
import { VENDORS, type ModelId } from '../domain/vocabulary';
import { roundsOf } from './rounds-of';
import { dayOf } from '../domain/calendar';

export type TeamAssessment = Pick<AssessmentRow, 'id' | 'title' | 'status' | 'assessedOn'> & {
  /** Of a finished one, from its stored score. */
  levels: { model: ModelId; name: string; level: string; toGo: number | null }[];
  /** Of a draft, or of what is in review. */
  answered: number | null;
  /** Kept and readable, and left out of scorecards. */
  archived: boolean;
  /** 2 for the first time that it was reopened. */
  version: number;
  /** A newer version is finished and counts in its place. */
  replaced: boolean;
};

export type TeamHome = {
  team: Pick<Team, 'slug' | 'name'>;
  unit: string | null;
  /** The address of that unit; empty at the top of the tree. */
  parent: string;
  /** What a unit aims at, where that is not what the organisation does. */
  aims: Aims;
  /** It follows a plan. */
  hasPlan: boolean;
  /** Teams below this one; a unit has them, a team usually not. */
  teams: { slug: string; name: string }[];
  /** Newest first. */
  assessments: TeamAssessment[];
  /** Its finished assessments as rounds, archived ones left out; `null` until there are two. */
  trend: Trend | null;
  /** What was deleted, and the day on which it goes for good. */
  bin: { id: string; title: string; status: AssessmentRow['status']; goesOn: string }[];
};

/** A team of the actor's organisation with what it has assessed; `null` where there is none. */
export async function teamHome(ctx: ActorContext, slug: string): Promise<TeamHome | null> {
  const { db, actor, content } = ctx;
  const team = await teamBySlug(db, actor.orgId, slug);
  if (team === undefined) return null;
  const [all, rows, scores, people, bin, origins, plan] = await Promise.all([
    teamsOfOrg(db, actor.orgId),
    assessmentsOfTeam(db, actor.orgId, team.id),
    finishedScoresOfTeam(db, actor.orgId, team.id),
    peopleOfTeam(db, actor.orgId, team.id),
    binOfTeam(db, actor.orgId, team.id),
    originsOfTeam(db, actor.orgId, team.id),
    planOfTeam(db, actor.orgId, team.id),
  ]);
  const unit = all.find(({ id }) => id === team.parentId);
  const versions = origins.filter(({ kind }) => kind === 'version');
  const versionOf = (id: string): number => {
    const from = versions.find(({ assessmentId }) => assessmentId === id)?.fromId;
    return from === undefined ? 1 : versionOf(from) + 1;
  };
  const summaries = new Map(scores.map(({ score, assessment }) => [assessment.id, score.summary]));
  const rounds = roundsOf(scores, people);
  const levels = ({ models }: StoredScore) =>
    Object.values(content.models).flatMap(({ id, levels: ladder }) => {
      const own = models[id];
      if (own === undefined) return [];
      const toGo = own.next === null ? null : own.next.unmet.length + own.next.open.length;
      return [{ model: id, name: VENDORS[id].name, level: levelText(id, ladder, own.level.certain), toGo }];
    });
  const answered = (id: string) =>
    answersOf(db, actor.orgId, id).then((answers) => answers.filter(({ value }) => value !== null).length);
  return {
    hasPlan: plan !== undefined,
    team: { slug: team.slug, name: team.name },
    unit: unit?.name ?? null,
    parent: unit?.slug ?? '',
    aims: team.aims ?? {},
    teams: all
      .filter(({ parentId }) => parentId === team.id)
      .map((each) => ({ slug: each.slug, name: each.name })),
    trend: rounds.length < 2 ? null : trendOf(content, rounds),
    bin: bin.map(({ deletedAt, ...row }) => ({
      ...row,
      goesOn: dayOf(leavesBinAt(deletedAt)),
    })),
    assessments: await Promise.all(
      rows.map(async ({ id, title, status, assessedOn, archivedAt }) => {
        const summary = summaries.get(id);
        return {
          id,
          title,
          status,
          assessedOn,
          levels: summary === undefined ? [] : levels(summary),
          answered: status === 'finished' ? null : await answered(id),
          archived: archivedAt !== null,
          version: versionOf(id),
          replaced: versions.some((each) => each.fromId === id && each.status === 'finished'),
        };
      }),
    ),
  };
}
