import type { Found } from '@/lib/domain/find';
import { FoundText } from './found-text';

export const LIST = 'find-list';
export const optionId = (index: number) => `find-option-${index}`;

type Props = {
  groups: readonly Found[];
  /** Which of all is chosen, counted from 0 across the groups. */
  at: number;
  point: (index: number) => void;
  go: (href: string, apart: boolean) => void;
};

/** What was found, by kind; the keys that move in it are the field's, which keeps the focus. */
export function FindList({ groups, at, point, go }: Props) {
  const things = groups.flatMap((group) => group.things);
  return (
    <div id={LIST} role="listbox" aria-label="Found" className="overflow-y-auto">
      {groups.map(({ kind, heading, count, things: own }) => (
        <div key={kind} role="group" aria-label={heading} className="mt-2">
          <p aria-hidden="true" className="text-quiet px-2 pb-1 text-xs">
            {heading}
            {count > own.length && `, ${own.length} of ${count}`}
          </p>
          {own.map((thing) => {
            const index = things.indexOf(thing);
            return (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Enter in the field does the same
              <div
                key={thing.href}
                id={optionId(index)}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                onMouseMove={() => index !== at && point(index)}
                onClick={(event) => go(thing.href, event.ctrlKey || event.metaKey)}
                className="aria-selected:bg-sunken cursor-pointer rounded-sm px-2 py-1.5"
              >
                <FoundText thing={thing} />
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
