'use client';

import { ActionForm } from '../../../ui/action-form';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { beginSecondFactorAction } from '../actions';

export function BeginForm() {
  return (
    <>
      <p className="mb-4 max-w-prose">
        With codes on, signing in asks for your password and for the six digits that an app on your phone
        shows at that moment. You also get ten recovery codes for when the phone is not at hand.
      </p>
      <ActionForm action={beginSecondFactorAction} className="max-w-md space-y-5">
        {({ fields }) => (
          <>
            <TextField
              label="Present password"
              name="presentPassword"
              type="password"
              autoComplete="current-password"
              required
              error={fields?.['presentPassword']}
            />
            <Button kind="primary" type="submit">
              Begin
            </Button>
          </>
        )}
      </ActionForm>
    </>
  );
}
