import type { MaturityModel } from '@/lib/domain/schema/content';

/** Where the statements of a model come from, with the licence of each. */
export function SourceList({ sources }: { sources: MaturityModel['sources'] }) {
  return (
    <ul className="list-disc pl-5 text-sm">
      {sources.map(({ id, url, title, licence }) => (
        <li key={id}>
          <a href={url} className="link" rel="noreferrer">
            {title}
          </a>
          , {licence}
        </li>
      ))}
    </ul>
  );
}
