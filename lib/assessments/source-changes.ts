import 'server-only';
import type { ActorContext } from '../context';
import { movedAtSource, type Source, type SourceMove } from '../domain/inherited';
import { sourceOf } from '../teams/source-of';
import type { LoadedAssessment } from './load-assessment';

/** What a platform team says by now, and what the finished assessment took over from it. */
export type SourceChanges = Pick<Source, 'team' | 'date'> & { moves: (SourceMove & { title: string })[] };

/**
 * What changed at the source since this assessment was finished, of the answers that it took over; `null` where nothing did, and for a
 * draft, which follows its source. A taken answer is one that is frozen without a row of the team's own.
 */
export async function sourceChanges(
  ctx: ActorContext,
  { frozen, team, assessment, answers, content }: LoadedAssessment,
): Promise<SourceChanges | null> {
  if (frozen === null) return null;
  const own = (capability: string) => (answers.get(capability)?.value ?? null) !== null;
  const taken = Object.entries(assessment.answers).filter(([capability]) => !own(capability));
  if (taken.length === 0) return null;
  const source = await sourceOf(ctx, team.id, content);
  if (source === null) return null;
  const titles = new Map(content.capabilities.map(({ id, title }) => [id, title]));
  const moves = movedAtSource(Object.fromEntries(taken), source).map((move) => ({
    ...move,
    title: titles.get(move.capability) ?? move.capability,
  }));
  return moves.length === 0 ? null : { team: source.team, date: source.date, moves };
}
