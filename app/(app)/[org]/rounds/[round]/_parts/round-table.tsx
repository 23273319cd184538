import type { Route } from 'next';
import { dateText, list } from '@/lib/domain/labels';
import { stateText } from '@/lib/domain/round-words';
import type { RoundRow } from '@/lib/rounds/round-view';
import { Link } from '../../../../../ui/link';

type Props = { org: string; rows: RoundRow[]; closed: boolean; mayRemind: boolean };

const HEAD = 'py-2 pr-4 font-medium';
/** On a phone the unit stands under the team, and the day of the last change under the state. */
const WIDE = 'hidden md:table-cell';

/** The teams of a round with how far each is; stands in the form that reminds, of which each row has a button. */
export function RoundTable({ org, rows, closed, mayRemind }: Props) {
  if (rows.length === 0) return <p>There is none.</p>;
  const asked = ({ state }: RoundRow) => mayRemind && state.kind !== 'finished';
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">Teams of this round</caption>
      <thead>
        <tr className="border-border border-b text-left align-bottom">
          <th scope="col" className={HEAD}>
            Team
          </th>
          <th scope="col" className={`${HEAD} ${WIDE}`}>
            Unit
          </th>
          <th scope="col" className={HEAD}>
            State
          </th>
          <th scope="col" className={`${HEAD} ${WIDE}`}>
            Last change
          </th>
          <th scope="col" className={`${HEAD} ${WIDE}`}>
            Whom to ask
          </th>
          <th scope="col" className="py-2 font-medium md:w-44">
            Reminded
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.slug} className="border-line border-b align-top">
            <th scope="row" className="py-2 pr-4 text-left font-normal">
              <Link href={`/${org}/teams/${row.slug}` as Route} className="link wrap-anywhere">
                {row.name}
              </Link>
              {row.unit !== null && <span className="text-quiet block text-xs md:hidden">{row.unit}</span>}
            </th>
            <td className={`text-quiet min-w-32 py-2 pr-4 ${WIDE}`}>{row.unit ?? '–'}</td>
            <td className="py-2 pr-4">
              {stateText(row.state, row.progress, closed)}
              {row.changedOn !== null && (
                <span className="text-quiet block text-xs md:hidden">{dateText(row.changedOn)}</span>
              )}
            </td>
            <td className={`text-quiet py-2 pr-4 whitespace-nowrap ${WIDE}`}>
              {row.changedOn === null ? '–' : dateText(row.changedOn)}
            </td>
            <td className={`py-2 pr-4 ${WIDE}`}>
              {row.people.length === 0 ? (
                <span className="text-quiet">nobody known to ask</span>
              ) : (
                list(row.people)
              )}
            </td>
            <td className="py-2">
              <span className="flex flex-wrap items-baseline gap-x-3 md:flex-nowrap md:justify-between">
                <span className="text-quiet whitespace-nowrap">
                  {row.remindedOn !== null ? dateText(row.remindedOn) : asked(row) ? 'not yet' : '–'}
                </span>
                {asked(row) && (
                  <button type="submit" name="teams" value={row.slug} className="link min-h-6">
                    Remind<span className="sr-only"> {row.name}</span>
                  </button>
                )}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
