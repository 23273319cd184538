import type { Place } from '@/lib/domain/bridge';
import { placeText, toGoText } from '@/lib/domain/comparison-view';

/** A level and the way to the next; on a phone with the title of its column. */
export function PlaceCell({ place, title }: { place: Place; title: string }) {
  return (
    <td className="py-1.5 pr-4 max-sm:py-0.5">
      <span className="text-quiet sm:hidden">{title}: </span>
      {placeText(place)}
      <span className="text-quiet block">{toGoText(place)}</span>
    </td>
  );
}
