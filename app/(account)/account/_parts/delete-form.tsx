'use client';

import { ActionForm } from '../../../ui/action-form';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { OneTimeCodeField } from '../../../ui/one-time-code-field';
import { deleteAccountAction } from '../actions';

/** Asks for what opens the account; for its address where nothing but the provider does. */
export function DeleteForm({ email, asks }: { email: string; asks: { password: boolean; code: boolean } }) {
  return (
    <ActionForm action={deleteAccountAction} className="max-w-md space-y-5">
      {({ fields, values }) => (
        <>
          {asks.password ? (
            <TextField
              label="Present password"
              name="presentPassword"
              id="field-delete-password"
              type="password"
              autoComplete="current-password"
              required
              error={fields?.['presentPassword']}
            />
          ) : (
            <TextField
              label={`Type ${email} to delete this account`}
              name="email"
              id="field-delete-email"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              required
              defaultValue={values?.['email']}
              error={fields?.['email']}
            />
          )}
          {asks.code && <OneTimeCodeField id="field-delete-code" error={fields?.['code']} />}
          <Button type="submit">Delete the account</Button>
        </>
      )}
    </ActionForm>
  );
}
