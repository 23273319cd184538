'use client';

import type { FormState } from '@/lib/action';
import { ActionForm } from '../../ui/action-form';
import { Button } from '../../ui/button';

/** One button, which does what the link is for. */
export function ConfirmForm({
  action,
  token,
  button,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  token: string;
  button: string;
}) {
  return (
    <ActionForm action={action}>
      {() => (
        <>
          <input type="hidden" name="token" value={token} />
          <Button kind="primary" type="submit">
            {button}
          </Button>
        </>
      )}
    </ActionForm>
  );
}
