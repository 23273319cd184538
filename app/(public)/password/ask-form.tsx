'use client';

import { useActionState } from 'react';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { askResetAction } from './actions';

/** Says the same to everybody who asks; posts and works the same without JavaScript. */
export function AskForm() {
  const [{ message, fields, values, value }, submit, pending] = useActionState(askResetAction, {});
  return (
    <form action={submit} className="space-y-5" aria-busy={pending} noValidate>
      {message !== undefined && fields === undefined && <Notice kind="warn">{message}</Notice>}
      {value !== undefined && (
        <div role="status">
          <Notice>{value}</Notice>
        </div>
      )}
      <TextField
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={values?.['email']}
        error={fields?.['email']}
      />
      <Button kind="primary" type="submit" disabled={pending}>
        Send the link
      </Button>
    </form>
  );
}
