'use client';

import { useActionState } from 'react';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { askEmailChangeAction } from '../actions';

/** Asks for a new address; nothing changes before the link that is mailed there is used. */
export function EmailForm() {
  const [{ message, fields, values, value }, submit, pending] = useActionState(askEmailChangeAction, {});
  return (
    <details open={message !== undefined || value !== undefined}>
      <summary className="link min-h-6 w-fit">Change the address</summary>
      <form action={submit} className="mt-4 max-w-md space-y-5" aria-busy={pending} noValidate>
        {message !== undefined && fields === undefined && <Notice kind="warn">{message}</Notice>}
        {value !== undefined && (
          <div role="status">
            <Notice>
              If {value.email} can be used, a mail with a link is on its way there. Your address stays as it
              is until you use it.
            </Notice>
          </div>
        )}
        <TextField
          label="New e-mail address"
          name="email"
          type="email"
          autoComplete="email"
          required
          defaultValue={value === undefined ? values?.['email'] : undefined}
          error={fields?.['email']}
        />
        <TextField
          label="Present password"
          name="presentPassword"
          id="field-email-password"
          type="password"
          autoComplete="current-password"
          required
          error={fields?.['presentPassword']}
        />
        <Button type="submit" disabled={pending}>
          Send the link
        </Button>
      </form>
    </details>
  );
}
