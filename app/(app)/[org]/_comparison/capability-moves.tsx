import type { CapabilityMove, Comparison } from '@/lib/domain/compare';
import { movesByKind } from '@/lib/domain/comparison-view';
import { Link } from '../../../ui/link';
import { answerHref, type Links } from '../assessments/[id]/_links';
import { RungMove } from './rung-move';

/** What rose, what fell and what became known or left out, each with its digits and what was said. */
export function CapabilityMoves({ comparison, links }: { comparison: Comparison; links: Links }) {
  return (
    <div className="space-y-6">
      {movesByKind(comparison).map(({ title, moves }) => (
        <div key={title}>
          <h3 className="text-base">
            {title}: {moves.length === 0 ? 'none' : moves.length}
          </h3>
          <ul className="text-sm">
            {moves.map((move) => (
              <Move key={move.id} move={move} links={links} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function Move({
  move: { id, title, before, after, said, reworded },
  links,
}: {
  move: CapabilityMove;
  links: Links;
}) {
  return (
    <li className="border-line grid items-start gap-x-6 gap-y-1 border-t py-2 first:border-t-0 max-sm:grid-cols-[minmax(0,1fr)_auto] sm:grid-cols-[14rem_auto_minmax(0,1fr)]">
      <Link href={answerHref(links, id)} className="link font-medium">
        {title}
      </Link>
      <RungMove before={before} after={after} />
      <div className="max-w-prose max-sm:col-span-full">
        {said.after !== null && <p>{said.after}</p>}
        {said.before !== null && said.before !== said.after && (
          <p className="text-quiet">Before: {said.before}</p>
        )}
        {reworded && <p className="text-quiet">The rungs were worded anew in between.</p>}
      </div>
    </li>
  );
}
