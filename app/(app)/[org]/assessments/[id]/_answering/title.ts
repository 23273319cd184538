import type { AnsweringView } from '@/lib/assessments/answering-view';
import type { Place } from '@/lib/domain/answering-place';

/** What the window is called in this place. */
export function titleOf({ ladders, team, assessment, groups }: AnsweringView, place: Place): string {
  const where = `${team.name} ${assessment.title}`;
  if (place.kind === 'question') return `${ladders[place.capability]?.title ?? 'Answers'} · ${where}`;
  if (place.kind === 'pause')
    return `${groups.find(({ id }) => id === place.group)?.title ?? ''} is done · ${where}`;
  return `${place.kind === 'finish' ? 'Finish' : 'Start'} · ${where}`;
}
