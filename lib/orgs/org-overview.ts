import 'server-only';
import { draftsOf, newestFinishedScores } from '@/db/scores';
import { teamsOfOrg } from '@/db/teams';
import type { ActorContext } from '../context';
import { buildScorecard, type Scorecard } from '../domain/scorecard';
import type { ModelId } from '../domain/vocabulary';

export type OrgOverview = {
  scorecard: Scorecard;
  /** Teams without a finished assessment: a unit of teams is not counted. */
  waiting: { slug: string; name: string; unit: string | null; drafts: number }[];
  /** How many teams could have one. */
  teams: number;
};

/** The organisation page: stored scores of finished assessments, drafts in coverage alone. Never reads an answer. */
export async function orgOverview(
  ctx: ActorContext,
  questionnaires: readonly ModelId[],
): Promise<OrgOverview> {
  const { db, actor } = ctx;
  const [teams, recent, drafts] = await Promise.all([
    teamsOfOrg(db, actor.orgId),
    newestFinishedScores(db, actor.orgId),
    draftsOf(db, actor.orgId),
  ]);
  const newest = recent.filter(({ place }) => place === 1);
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  const unitOf = (parentId: string | null) => (parentId === null ? null : (names.get(parentId) ?? null));
  const units = new Set(teams.map(({ parentId }) => parentId));
  const leaves = teams.filter(({ id }) => !units.has(id) || newest.some(({ team }) => team.id === id));
  const before = new Map(
    recent.filter(({ place }) => place === 2).map(({ team, score }) => [team.id, score.summary]),
  );
  const scored = newest.map(({ score, assessment, team }) => ({
    id: team.id,
    slug: team.slug,
    name: team.name,
    unit: unitOf(team.parentId),
    date: assessment.assessedOn,
    score: score.summary,
    before: before.get(team.id) ?? null,
  }));
  const finished = new Set(newest.map(({ team }) => team.id));
  return {
    scorecard: buildScorecard(
      ctx.content,
      scored.toSorted((a, b) => collate(a.name, b.name)),
      questionnaires,
    ),
    waiting: leaves
      .filter(({ id }) => !finished.has(id))
      .map(({ id, slug, name, parentId }) => ({
        slug,
        name,
        unit: unitOf(parentId),
        drafts: drafts.find(({ teamId }) => teamId === id)?.drafts ?? 0,
      })),
    teams: leaves.length,
  };
}

const collate = new Intl.Collator('en').compare;
