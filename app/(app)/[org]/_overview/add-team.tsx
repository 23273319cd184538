'use client';

import { ActionForm } from '../../../ui/action-form';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { createTeamAction } from '../actions';

export function AddTeam({ org }: { org: string }) {
  return (
    <ActionForm action={createTeamAction} className="flex max-w-prose flex-wrap items-end gap-3">
      {({ fields, values }) => (
        <>
          <input type="hidden" name="org" value={org} />
          <div className="min-w-48 flex-1">
            <TextField
              label="Another team"
              name="name"
              required
              defaultValue={values?.['name']}
              error={fields?.['name']}
            />
          </div>
          <Button type="submit">Add the team</Button>
        </>
      )}
    </ActionForm>
  );
}
