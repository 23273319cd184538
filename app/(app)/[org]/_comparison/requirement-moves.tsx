import type { RequirementMove } from '@/lib/domain/compare-requirements';
import type { ModelId } from '@/lib/domain/vocabulary';
import { Link } from '../../../ui/link';
import { CriteriaList } from '../assessments/[id]/_criteria-list';
import { answerHref, type Links } from '../assessments/[id]/_links';
import { RungMove } from './rung-move';

/** A longer list unfolds, as the page is read for its levels first. */
const LONG = 8;

type Props = {
  title: string;
  moves: readonly RequirementMove[];
  model: ModelId;
  links: Links;
};

/** Requirements that went the same way, each with the rungs that did it and the statements that ask for it. */
export function RequirementMoves({ title, moves, model, links }: Props) {
  if (moves.length === 0) return <p className="text-quiet mt-3 text-sm">{title}: none</p>;
  return (
    <details
      className="mt-3 text-sm print:[&::details-content]:[content-visibility:visible]"
      open={moves.length <= LONG}
    >
      <summary className="min-h-6 font-medium">
        {title}: {moves.length}
      </summary>
      <ul>
        {moves.map((move) => (
          <Requirement key={move.id} move={move} model={model} links={links} />
        ))}
      </ul>
    </details>
  );
}

function Requirement({
  move: { label, parts, criteria, to },
  model,
  links,
}: {
  move: RequirementMove;
  model: ModelId;
  links: Links;
}) {
  return (
    <li className="border-line grid gap-x-6 gap-y-1 border-t py-2 first:border-t-0 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <div className="space-y-1">
        {parts.map(({ capability, title, needs, before, after }, index) => (
          <div key={capability} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span>
              {index > 0 && 'or '}
              <Link href={answerHref(links, capability)} className="link font-medium">
                {title}
              </Link>
            </span>
            <span className="inline-flex items-center gap-2">
              {before === after ? null : <RungMove before={before} after={after} />}
              <span className="text-quiet whitespace-nowrap">needs {needs}</span>
            </span>
          </div>
        ))}
        <p className="text-quiet text-xs">
          {label}
          {to === 'open' && ' · not known now'}
        </p>
      </div>
      <CriteriaList criteria={criteria} model={model} links={links} />
    </li>
  );
}
