import 'server-only';
import type { ScoreOfTeam } from '@/db/scores';
import type { Round } from '../domain/trend';

/** A team's finished assessments as rounds, in the order of their scores, archived ones left out. Who asks for no people, has none. */
export function roundsOf(
  scores: readonly ScoreOfTeam[],
  people: readonly { assessmentId: string; people: number }[] = [],
): Round[] {
  return scores
    .filter(({ assessment }) => assessment.archivedAt === null)
    .map(({ score, assessment: { id, title, assessedOn } }) => ({
      ...{ id, title, date: assessedOn, version: score.contentVersion, score: score.summary },
      people: people.find(({ assessmentId }) => assessmentId === id)?.people ?? 0,
    }));
}
