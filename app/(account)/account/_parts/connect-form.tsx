'use client';

import { ActionForm } from '../../../ui/action-form';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { connectProviderAction } from '../actions';

/** Asks for the password again, as what is connected opens the account for good. */
export function ConnectForm({ name }: { name: string }) {
  return (
    <ActionForm action={connectProviderAction} className="max-w-md space-y-5">
      {({ fields }) => (
        <>
          <TextField
            label="Present password"
            name="presentPassword"
            id="field-connect-password"
            type="password"
            autoComplete="current-password"
            required
            error={fields?.['presentPassword']}
          />
          <Button type="submit">Connect {name}</Button>
        </>
      )}
    </ActionForm>
  );
}
