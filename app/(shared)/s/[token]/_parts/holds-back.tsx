import type { HeldBack } from '@/lib/domain/scorecard-sentences';

const FIRST = 3;
const MOST = 6;

/** What the next levels of most teams wait for, three at a glance and three more. */
export function HoldsBack({ items }: { items: HeldBack[] }) {
  const more = items.slice(FIRST, MOST);
  return (
    <>
      <Bars items={items.slice(0, FIRST)} />
      {more.length > 0 && (
        <details className="md:unfolded print:unfolded">
          <summary className="link min-h-8 pt-1 text-sm">{more.length} more</summary>
          <div className="pt-2">
            <Bars items={more} />
          </div>
        </details>
      )}
    </>
  );
}

function Bars({ items }: { items: HeldBack[] }) {
  return (
    <ul className="space-y-2">
      {items.map(({ title, teams, of }) => (
        <li key={title} className="text-sm">
          <span className="flex justify-between gap-4">
            <span>{title}</span>
            <span className="whitespace-nowrap">
              {teams} of {of}
            </span>
          </span>
          <span aria-hidden="true" className="bg-sunken mt-0.5 block h-2 rounded-sm">
            <span
              className="bg-rung-3 block h-full rounded-sm"
              style={{ width: `${of === 0 ? 0 : (100 * teams) / of}%` }}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}
