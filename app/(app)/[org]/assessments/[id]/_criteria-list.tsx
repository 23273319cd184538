import type { ModelId } from '@/lib/domain/vocabulary';
import { statementHref, type Links } from './_links';

/**
 * The statements that ask for a requirement, each with the way to where it stands. Plain links, as in all traces: hundreds of them on one
 * page, each a component of its own in the browser, kept a phone busy for a tenth of a second.
 */
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
          <a href={statementHref(links, model, id)} className="link whitespace-nowrap normal-nums">
            {id}
          </a>
          {stated && <span className="text-quiet"> stated</span>}
        </li>
      ))}
    </ul>
  );
}
