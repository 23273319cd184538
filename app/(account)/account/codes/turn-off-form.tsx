'use client';

import { ActionForm } from '../../../ui/action-form';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { OneTimeCodeField } from '../../../ui/one-time-code-field';
import { turnOffAction } from '../actions';

export function TurnOffForm() {
  return (
    <ActionForm action={turnOffAction} className="max-w-md space-y-5">
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
          <OneTimeCodeField error={fields?.['code']} />
          <Button type="submit">Turn codes off</Button>
        </>
      )}
    </ActionForm>
  );
}
