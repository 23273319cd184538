import { VENDORS, type ModelId } from '@/lib/domain/vocabulary';

/** A vendor's shape and name; the shape alone is never read out. */
export function Vendor({ id }: { id: ModelId }) {
  const { mark, name } = VENDORS[id];
  return (
    <span className="whitespace-nowrap">
      <span aria-hidden="true" className="text-accent mr-1.5">
        {mark}
      </span>
      {name}
    </span>
  );
}
