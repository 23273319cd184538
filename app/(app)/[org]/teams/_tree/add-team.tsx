'use client';

import { ActionForm } from '../../../../ui/action-form';
import { Button } from '../../../../ui/button';
import { TextField } from '../../../../ui/field';
import { UnitChoice, type Unit } from '../../../../ui/unit-choice';
import { createTeamAction } from '../../actions';

export function AddTeam({ org, units }: { org: string; units: Unit[] }) {
  return (
    <ActionForm action={createTeamAction} className="flex max-w-3xl flex-wrap items-end gap-3">
      {({ fields, values }) => (
        <>
          <input type="hidden" name="org" value={org} />
          <div className="min-w-48 flex-1">
            <TextField
              label="Name"
              name="name"
              required
              defaultValue={values?.['name']}
              error={fields?.['name']}
            />
          </div>
          {units.length > 0 && (
            <div className="min-w-48 flex-1">
              <UnitChoice units={units} chosen={values?.['parent'] ?? ''} error={fields?.['parent']} />
            </div>
          )}
          <Button type="submit">Add the team</Button>
        </>
      )}
    </ActionForm>
  );
}
