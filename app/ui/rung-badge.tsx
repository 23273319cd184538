import type { Standing } from '@/lib/domain/answers';
import { standingMark, standingText } from '@/lib/domain/labels';

const RAMP = [
  'bg-rung-0 text-[var(--on-rung-low)]',
  'bg-rung-1 text-[var(--on-rung-low)]',
  'bg-rung-2 text-[var(--on-rung-low)]',
  'bg-rung-3 text-[var(--on-rung-high)]',
  'bg-rung-4 text-[var(--on-rung-high)]',
] as const;

/** Background and text colour of a standing; what is not a rung has none. */
export const rungColour = (standing: Standing): string =>
  typeof standing === 'number' ? RAMP[standing] : 'bg-paper text-quiet';

/** One digit on its shade: a rung, `?` not known, `–` not applicable. */
export function RungBadge({ standing, title }: { standing: Standing; title?: string }) {
  return (
    <span
      title={title}
      className={`border-border inline-flex size-6 items-center justify-center rounded-sm border text-sm ${rungColour(standing)}`}
    >
      <span aria-hidden="true">{standingMark(standing)}</span>
      <span className="sr-only">
        {title === undefined ? standingText(standing) : `${title}: ${standingText(standing)}`}
      </span>
    </span>
  );
}
