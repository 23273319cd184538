'use client';

import { ActionForm } from '../../../ui/action-form';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { deleteOrgAction } from '../actions';

/** Asks for the name of the organisation, and sets the day on which it goes. */
export function DeleteForm({ org, name, days }: { org: string; name: string; days: number }) {
  return (
    <ActionForm action={deleteOrgAction} className="max-w-prose space-y-4">
      {({ fields, values }) => (
        <>
          <input type="hidden" name="org" value={org} />
          <p>
            Teams, assessments, reports, plans and the audit log go after {days} days, for everybody. Until
            then every page says so, and an owner can keep it. People keep their accounts.
          </p>
          <TextField
            label={`To delete it, type ${name}`}
            name="name"
            id="delete-name"
            required
            defaultValue={values?.['name'] ?? ''}
            error={fields?.['name']}
          />
          <Button type="submit">Delete {name}</Button>
        </>
      )}
    </ActionForm>
  );
}
