import { peopleOf, type Roster } from '@/lib/domain/roster';
import type { Role } from '@/lib/domain/schema/content';
import { inputClass } from '../../../../../../ui/field';

type Props = { roles: readonly Role[]; roster: Roster; faults: Record<string, string> };

const SMALL = `${inputClass} min-h-10 py-1`;

/** Each role with its people, who covers it, and what a day of it costs. */
export function RoleRows({ roles, roster, faults }: Props) {
  return (
    <table className="w-full max-w-3xl text-sm">
      <caption className="sr-only">People by role</caption>
      <thead>
        <tr className="text-quiet text-left">
          <th scope="col" className="py-1 pr-4 font-normal">
            Role
          </th>
          <th scope="col" className="w-24 py-1 pr-4 font-normal">
            People
          </th>
          <th scope="col" className="py-1 pr-4 font-normal">
            Covered by
          </th>
          <th scope="col" className="w-28 py-1 font-normal">
            Day rate
          </th>
        </tr>
      </thead>
      <tbody>
        {roles.map(({ id, title }) => (
          <RoleRow key={id} id={id} title={title} roles={roles} roster={roster} faults={faults} />
        ))}
      </tbody>
    </table>
  );
}

function RoleRow({ id, title, roles, roster, faults }: Props & { id: string; title: string }) {
  const staffing = roster.roles[id];
  const cover = typeof staffing === 'object' && 'coveredBy' in staffing ? staffing.coveredBy : '';
  const people = staffing === undefined || cover !== '' ? '' : peopleOf(roster, id);
  const fault = faults[`people.${id}`] ?? faults[`cover.${id}`] ?? faults[`rate.${id}`];
  return (
    <tr className="border-line border-t align-top">
      <th scope="row" className="py-1.5 pr-4 text-left font-normal">
        {title}
        {fault !== undefined && <span className="text-warn block">{fault}</span>}
      </th>
      <td className="py-1.5 pr-4">
        <input
          name={`people.${id}`}
          aria-label={`People: ${title}`}
          inputMode="decimal"
          defaultValue={people}
          className={SMALL}
        />
      </td>
      <td className="py-1.5 pr-4">
        <select
          name={`cover.${id}`}
          aria-label={`Who covers: ${title}`}
          defaultValue={cover}
          className={SMALL}
        >
          <option value="">nobody</option>
          {roles
            .filter((role) => role.id !== id)
            .map((role) => (
              <option key={role.id} value={role.id}>
                {role.title}
              </option>
            ))}
        </select>
      </td>
      <td className="py-1.5">
        <input
          name={`rate.${id}`}
          aria-label={`Day rate: ${title}`}
          inputMode="decimal"
          defaultValue={roster.dayRates?.[id] ?? ''}
          className={SMALL}
        />
      </td>
    </tr>
  );
}
