import type { Standing } from '@/lib/domain/answers';
import { RungBadge } from '../../../ui/rung-badge';

/** One rung and the one after it, as two digits on their shades. */
export function RungMove({ before, after }: { before: Standing; after: Standing }) {
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap">
      <RungBadge standing={before} />
      <Arrow />
      <RungBadge standing={after} />
    </span>
  );
}

/** Read out as `to`. */
export function Arrow() {
  return (
    <>
      <span aria-hidden="true" className="text-quiet">
        →
      </span>
      <span className="sr-only"> to </span>
    </>
  );
}
