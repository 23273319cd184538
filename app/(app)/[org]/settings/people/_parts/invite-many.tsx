'use client';

import { plural } from '@/lib/domain/labels';
import { CsvForm } from '../../../../../ui/csv-form';
import { inviteManyAction } from '../actions';

const EXAMPLE =
  'email,name,role,team,until\nana@example.org,Ana Ortiz,facilitator,,\nben@example.org,,contributor,fraud-scoring,2027-03-31';

/** Invitations by CSV. */
export function InviteMany({ org }: { org: string }) {
  return (
    <CsvForm
      org={org}
      action={inviteManyAction}
      label="List of people, comma-separated"
      hint="Columns: email; and if wanted name; role, a viewer where it is empty; team, the last part of the address of a team’s page, for a role there alone; until, the last day of access."
      example={EXAMPLE}
      go={{
        value: 'invite',
        words: (count) => `Invite ${plural(count, 'person', 'people')}`,
        done: 'Done',
      }}
      outcomes={{ changing: ['invited'], still: ['is a member'] }}
      columns={[{ title: 'Address', cell: ({ email }) => email }]}
    />
  );
}
