'use client';

import { plural } from '@/lib/domain/labels';
import { CsvForm } from '../../../../ui/csv-form';
import { importTeamsAction } from '../../actions';

const EXAMPLE =
  'name,parent,address\nRetail banking,,\nCards,Retail banking,\nCard pricing,Retail banking / Cards,';

/** Teams by CSV. */
export function ImportTeams({ org }: { org: string }) {
  return (
    <CsvForm
      org={org}
      action={importTeamsAction}
      label="List of teams, comma-separated"
      hint="Columns: name; parent, as a path such as Retail banking / Cards, empty for the top; address, only to rename or move a team that is there (the last part of its page’s address)."
      example={EXAMPLE}
      go={{ value: 'import', words: (count) => `Import ${plural(count, 'team')}`, done: 'Imported' }}
      outcomes={{ changing: ['added', 'changed'], still: ['as it is'] }}
      columns={[
        { title: 'Team', cell: ({ name }) => name },
        { title: 'Under', cell: ({ parent }) => parent },
      ]}
    />
  );
}
