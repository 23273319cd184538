import type { EditionDifferences } from '@/lib/domain/edition-differences';
import { Vendor } from '../../../../../../ui/vendor';

const HOW = {
  new: 'new',
  retired: 'no longer asked',
  're-tied': 'read from other rungs, or for another level',
};

/** By vendor, how many statements count otherwise, and which. */
export function StatementDifferences({ models }: Pick<EditionDifferences, 'models'>) {
  return (
    <div className="space-y-4">
      {models.map(({ model, levelsChanged, criteria }) => (
        <div key={model}>
          <h3 className="text-base">
            <Vendor id={model} />
            <span className="font-normal">
              : {criteria.length === 0 ? 'none' : criteria.length}
              {levelsChanged && ', and its levels changed'}
            </span>
          </h3>
          {criteria.length > 0 && (
            <details className="text-sm">
              <summary className="text-accent min-h-6">Which</summary>
              <ul className="mt-1 max-w-prose space-y-1">
                {criteria.map(({ id, text, how }) => (
                  <li key={id}>
                    {text}{' '}
                    <span className="text-quiet">
                      {id} · {HOW[how]}
                    </span>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
      ))}
    </div>
  );
}
