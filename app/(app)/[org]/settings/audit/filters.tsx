import type { AuditQuery } from '@/lib/audit/read-audit';
import { AUDIT_GROUPS } from '@/lib/domain/audit-words';
import { Button } from '../../../../ui/button';
import { Select, TextField } from '../../../../ui/field';

type Props = {
  asked: AuditQuery;
  people: readonly { userId: string; name: string }[];
  faults: Record<string, string>;
};

/** A plain form whose fields are the address, so that what it finds can be bookmarked and sent. */
export function Filters({ asked, people, faults }: Props) {
  return (
    <form method="get" className="mb-4 grid max-w-4xl items-end gap-3 sm:grid-cols-2 lg:grid-cols-3">
      <Select label="Person" name="person" defaultValue={asked.person}>
        <option value="">anybody</option>
        {people.map(({ userId, name }) => (
          <option key={userId} value={userId}>
            {name}
          </option>
        ))}
      </Select>
      <Select label="About" name="group" defaultValue={asked.group}>
        <option value="">anything</option>
        {Object.entries(AUDIT_GROUPS).map(([group, words]) => (
          <option key={group} value={group}>
            {words}
          </option>
        ))}
      </Select>
      <TextField
        label="Name of the thing, or of its team"
        name="thing"
        type="search"
        maxLength={200}
        defaultValue={asked.thing}
      />
      <TextField label="From" name="from" type="date" defaultValue={asked.from} error={faults['from']} />
      <TextField label="To" name="to" type="date" defaultValue={asked.to} error={faults['to']} />
      <div>
        <Button type="submit">Show</Button>
      </div>
    </form>
  );
}
