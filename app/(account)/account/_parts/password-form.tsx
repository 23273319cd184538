'use client';

import { ActionForm } from '../../../ui/action-form';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { changePasswordAction } from '../actions';

export function PasswordForm({ email }: { email: string }) {
  return (
    <ActionForm action={changePasswordAction} className="max-w-md space-y-5">
      {({ fields }) => (
        <>
          {/* For password managers, which keep a password under the address that stands beside it. */}
          <input type="hidden" name="email" autoComplete="username" value={email} />
          <TextField
            label="Present password"
            name="presentPassword"
            type="password"
            autoComplete="current-password"
            required
            error={fields?.['presentPassword']}
          />
          <TextField
            label="New password"
            name="newPassword"
            type="password"
            autoComplete="new-password"
            required
            hint="At least 10 characters. All other sessions end."
            error={fields?.['newPassword']}
          />
          <Button type="submit">Change the password</Button>
        </>
      )}
    </ActionForm>
  );
}
