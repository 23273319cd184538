import type { ModelId } from '@/lib/domain/vocabulary';
import { Link } from '../../../../ui/link';
import { statementHref, type Links } from './_links';

/** The statements that ask for a requirement, each with the way to where it stands. */
export function CriteriaList({
  criteria,
  model,
  links,
}: {
  criteria: readonly { id: string; text: string; stated: boolean }[];
  model: ModelId;
  links: Links;
}) {
  return (
    <ul className="space-y-1">
      {criteria.map(({ id, text, stated }) => (
        <li key={id}>
          {text}{' '}
          <Link href={statementHref(links, model, id)} className="link whitespace-nowrap normal-nums">
            {id}
          </Link>
          {stated && <span className="text-quiet"> stated</span>}
        </li>
      ))}
    </ul>
  );
}
