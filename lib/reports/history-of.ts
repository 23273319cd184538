import 'server-only';
import { finishedScoresOfTeam } from '@/db/scores';
import type { LoadedAssessment } from '../assessments/load-assessment';
import type { ActorContext } from '../context';
import type { HistoryEntry } from '../domain/report-document';
import { trendOf } from '../domain/trend';
import type { ModelId } from '../domain/vocabulary';
import { roundsOf } from '../teams/rounds-of';

/** The finished assessments of the team up to this one, oldest first, on these questionnaires; none where this is the first. */
export async function historyOf(
  { db, actor }: ActorContext,
  { row, team, content }: Pick<LoadedAssessment, 'row' | 'team' | 'content'>,
  questionnaires: readonly ModelId[],
): Promise<HistoryEntry[]> {
  const scores = await finishedScoresOfTeam(db, actor.orgId, team.id);
  const rounds = roundsOf(scores).filter(({ date }) => date <= row.assessedOn);
  if (rounds.every(({ id }) => id === row.id)) return [];
  return trendOf(content, rounds).rounds.map(({ title, date, version, breaks, points }) => ({
    ...{ title, date, version, breaks },
    models: questionnaires.flatMap((model) => {
      const point = points[model];
      return point === undefined ? [] : [{ model, level: point.level, met: point.met, of: point.of }];
    }),
  }));
}
