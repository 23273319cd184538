import type { Route } from 'next';
import type { AuditRow } from '@/lib/audit/read-audit';
import { dateText } from '@/lib/domain/labels';
import { Link } from '../../../../ui/link';

/** Lines under the day on which they were written. */
export function Lines({ rows, about }: { rows: readonly AuditRow[]; about: (thing: string) => Route }) {
  const days = [...new Set(rows.map(({ at }) => at.slice(0, 10)))];
  return days.map((day) => (
    <section key={day} aria-labelledby={`day-${day}`} className="mb-6">
      <h2 id={`day-${day}`} className="border-border border-b pb-1 font-medium">
        {dateText(day)}
      </h2>
      <ol>
        {rows
          .filter(({ at }) => at.startsWith(day))
          .map(({ seq, at, person, done, place, resourceId }) => (
            <li key={seq} className="border-line grid gap-x-4 border-b py-2 sm:grid-cols-[5rem_1fr_14rem]">
              <time dateTime={at} className="text-quiet text-sm tabular-nums">
                {at.slice(11, 19)}
              </time>
              <p className="min-w-0 break-words">
                <span className="font-medium">{person}</span> {done}{' '}
                <Link href={about(resourceId)} className="link text-sm">
                  all about it<span className="sr-only">, line {seq}</span>
                </Link>
              </p>
              <p className="text-quiet min-w-0 text-sm break-words">
                {place} · line {seq}
              </p>
            </li>
          ))}
      </ol>
    </section>
  ));
}
