import 'server-only';
import { assessmentsOfTeam, type AssessmentRow } from '@/db/assessments';
import type { Team } from '@/db/schema/teams';
import { finishedScoresOfTeam } from '@/db/scores';
import { teamBySlug } from '@/db/teams';
import { loadAssessment } from '../assessments/load-assessment';
import type { ActorContext } from '../context';
import { compareAssessments, type ComparedAssessment, type Comparison } from '../domain/compare';

export type ComparedChoice = Pick<AssessmentRow, 'id' | 'title' | 'status' | 'assessedOn'> & {
  archived: boolean;
};

export type TeamComparison = {
  team: Pick<Team, 'slug' | 'name'>;
  /** What can be compared, newest first. */
  choices: ComparedChoice[];
  from: ComparedChoice | null;
  to: ComparedChoice | null;
  /** `null` where `problem` says why there is none. */
  comparison: Comparison | null;
  problem: string | null;
};

type Wanted = { from: string | undefined; to: string | undefined };

/**
 * Two assessments of a team, drafts included; unless said otherwise its newest finished one and the one before it. `null` where the
 * organisation has no such team, or the team no such assessment.
 */
export async function compareOfTeam(
  ctx: ActorContext,
  slug: string,
  wanted: Wanted,
): Promise<TeamComparison | null> {
  const { db, actor } = ctx;
  const team = await teamBySlug(db, actor.orgId, slug);
  if (team === undefined) return null;
  const [rows, scores] = await Promise.all([
    assessmentsOfTeam(db, actor.orgId, team.id),
    finishedScoresOfTeam(db, actor.orgId, team.id),
  ]);
  if ([wanted.from, wanted.to].some((id) => id !== undefined && rows.every((row) => row.id !== id)))
    return null;
  const rounds = scores.flatMap(({ assessment }) => (assessment.archivedAt === null ? [assessment.id] : []));
  const chosen = chosenOf(rounds, wanted);
  const choice = (id: string | undefined) => choices.find((each) => each.id === id) ?? null;
  const choices = rows.map(({ archivedAt, id, title, status, assessedOn }) => ({
    ...{ id, title, status, assessedOn },
    archived: archivedAt !== null,
  }));
  const [from, to] = [choice(chosen.from), choice(chosen.to)];
  const problem = problemWith(from, to, choices.length);
  const shown = { team: { slug: team.slug, name: team.name }, choices, from, to };
  if (from === null || to === null || problem !== null) return { ...shown, comparison: null, problem };
  const [before, after] = await Promise.all([comparedOf(ctx, from.id), comparedOf(ctx, to.id)]);
  if (before === null || after === null) return null;
  return { ...shown, comparison: compareAssessments(before, after), problem: null };
}

/** What is not said is the newest round, and the round before what it is compared with. */
function chosenOf(rounds: readonly string[], { from, to }: Wanted): Wanted {
  const later = to ?? rounds.findLast((id) => id !== from);
  const place = later === undefined ? -1 : rounds.indexOf(later);
  return { from: from ?? (place < 0 ? rounds.at(-1) : rounds[place - 1]), to: later };
}

function problemWith(
  from: ComparedChoice | null,
  to: ComparedChoice | null,
  assessments: number,
): string | null {
  if (assessments < 2) return 'There is nothing to compare yet: it takes two assessments of this team.';
  if (from === null || to === null) return 'Choose two assessments: fewer than two are finished yet.';
  return from.id === to.id ? `Choose two different assessments: ${to.title} was chosen twice.` : null;
}

async function comparedOf(ctx: ActorContext, id: string): Promise<ComparedAssessment | null> {
  const loaded = await loadAssessment(ctx, id);
  if (loaded === null) return null;
  const { row, content, assessment } = loaded;
  const { date, questionnaires, answers, statements } = assessment;
  return { title: row.title, date, questionnaires, answers, statements, content };
}
