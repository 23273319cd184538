import { certaintySentences } from '@/lib/domain/scorecard-words';
import type { Scorecard } from '@/lib/domain/scorecard';

/** What stands behind the figures: who has not answered, how old the answers are, and by which content they were read. */
export function Sure({ certainty, answering }: { certainty: Scorecard['certainty']; answering: number }) {
  return <p className="text-sm">{certaintySentences(certainty, answering).join(' ')}</p>;
}
