import { list, plural, quarterText } from '@/lib/domain/labels';
import type { Roadmap } from '@/lib/domain/roadmap';
import { daysShort, titlesOf } from '@/lib/domain/roadmap-words';
import type { RoleTrack } from '@/lib/domain/roadmap-roles';
import type { Content } from '@/lib/domain/schema/content';

/** Above this share of its time a role is what the plan waits for. */
const FULL = 0.9;

/** Demand against supply by quarter; below it what to hire, whom to teach, and how. */
export function People({ roadmap, content }: { roadmap: Roadmap; content: Content }) {
  const { roles } = roadmap;
  const quarters = roles[0]?.quarters.map(({ quarter }) => quarter) ?? [];
  return (
    <>
      <div
        className="relative overflow-x-auto"
        role="region"
        aria-label="Person-days by role and quarter"
        tabIndex={0}
      >
        <table className="w-full text-sm">
          <caption className="sr-only">Person-days asked for and there, by role and quarter</caption>
          <thead>
            <tr className="text-quiet text-left">
              <th scope="col" className="bg-paper sticky left-0 py-1 pr-4 font-normal">
                Role
              </th>
              {quarters.map((quarter) => (
                <th key={quarter} scope="col" className="min-w-24 py-1 pr-3 font-normal whitespace-nowrap">
                  {quarterText(quarter)}
                </th>
              ))}
              <th scope="col" className="py-1 text-right font-normal">
                Days
              </th>
            </tr>
          </thead>
          <tbody>
            {roles.map((track) => (
              <Row key={track.role} track={track} title={titlesOf(content).role} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="text-quiet mt-2 text-sm">
        The bar is the share of a role’s time that the plan takes. A dashed frame marks a quarter that is all
        but full: there the plan waits for this role.
      </p>
      <Learning roles={roles} title={titlesOf(content).role} />
    </>
  );
}

function Row({ track, title }: { track: RoleTrack; title: (id: string) => string }) {
  const { coveredBy, people, quarters, days } = track;
  return (
    <tr className="border-line border-t align-top">
      <th scope="row" className="bg-paper sticky left-0 py-2 pr-4 text-left font-medium">
        {track.title}
        <span className="text-quiet block font-normal">
          {coveredBy === null ? plural(people, 'person', 'people') : `done by ${title(coveredBy)}`}
        </span>
      </th>
      {quarters.map(({ quarter, demand, supply }) => (
        <td key={quarter} className="py-2 pr-3">
          <Load demand={demand} supply={coveredBy === null ? supply : null} />
        </td>
      ))}
      <td className="py-2 text-right tabular-nums">{daysShort(days)}</td>
    </tr>
  );
}

/** Days asked for, of days there; the bar is as wide as their ratio. */
function Load({ demand, supply }: { demand: number; supply: number | null }) {
  if (demand === 0) return <span className="text-quiet">–</span>;
  const share = supply === null || supply === 0 ? 0 : demand / supply;
  return (
    <>
      <span className="whitespace-nowrap tabular-nums">
        {daysShort(demand)}
        {supply !== null && supply > 0 && <span className="text-quiet"> of {daysShort(supply)}</span>}
      </span>
      {share > 0 && (
        <span
          aria-hidden="true"
          className={`bg-sunken mt-0.5 block h-2 w-full max-w-24 border ${share >= FULL ? 'border-ink border-dashed' : 'border-transparent'}`}
        >
          <span className="bg-rung-3 block h-full" style={{ width: `${Math.min(100, share * 100)}%` }} />
        </span>
      )}
    </>
  );
}

function Learning({ roles, title }: { roles: readonly RoleTrack[]; title: (id: string) => string }) {
  const taught = roles.filter(({ coveredBy, upskilling }) => coveredBy === null && upskilling.length > 0);
  if (taught.length === 0) return null;
  return (
    <details className="mt-4">
      <summary className="text-accent min-h-6 text-sm">What each role leads, and how to learn it</summary>
      <ul className="mt-2 grid gap-x-10 gap-y-3 text-sm md:grid-cols-2">
        {taught.map(({ role, title: name, leads, supports, covers, upskilling }) => (
          <li key={role}>
            <h3 className="font-medium">{name}</h3>
            <p className="text-quiet">
              leads {plural(leads.length, 'step')}, supports {supports.length}
              {covers.length > 0 && `; does the work of ${list(covers.map(title))} and has to learn it`}
            </p>
            <ul>
              {upskilling.map((path) => (
                <li key={path.title}>
                  {path.title}
                  <span className="text-quiet">, {path.publisher}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}
