'use client';

import { ActionForm } from '../../../ui/action-form';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { resetAction } from '../actions';

export function ResetForm({ token, email }: { token: string; email: string }) {
  return (
    <ActionForm action={resetAction}>
      {({ fields }) => (
        <>
          <input type="hidden" name="token" value={token} />
          {/* For password managers, which keep a password under the address that stands beside it. */}
          <input type="hidden" name="email" autoComplete="username" value={email} />
          <TextField
            label="New password"
            name="newPassword"
            type="password"
            autoComplete="new-password"
            required
            hint="At least 10 characters."
            error={fields?.['newPassword']}
          />
          <Button kind="primary" type="submit">
            Set the password
          </Button>
        </>
      )}
    </ActionForm>
  );
}
