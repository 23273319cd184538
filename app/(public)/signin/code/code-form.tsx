'use client';

import { ActionForm } from '../../../ui/action-form';
import { Button } from '../../../ui/button';
import { OneTimeCodeField } from '../../../ui/one-time-code-field';
import { enterCodeAction } from '../actions';

export function CodeForm({ to }: { to: string }) {
  return (
    <ActionForm action={enterCodeAction}>
      {({ fields }) => (
        <>
          <input type="hidden" name="to" value={to} />
          <OneTimeCodeField
            hint="Six digits, or one of your recovery codes if you do not have the app at hand."
            error={fields?.['code']}
          />
          <Button kind="primary" type="submit">
            Sign in
          </Button>
        </>
      )}
    </ActionForm>
  );
}
