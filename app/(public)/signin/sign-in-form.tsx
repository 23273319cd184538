'use client';

import { ActionForm } from '../../ui/action-form';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { signInAction } from './actions';

export function SignInForm({ to }: { to: string }) {
  return (
    <ActionForm action={signInAction}>
      {({ fields, values }) => (
        <>
          <input type="hidden" name="to" value={to} />
          <TextField
            label="E-mail address"
            name="email"
            type="email"
            autoComplete="username"
            required
            defaultValue={values?.['email']}
            error={fields?.['email']}
          />
          <TextField
            label="Password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            error={fields?.['password']}
          />
          <Button kind="primary" type="submit">
            Sign in
          </Button>
        </>
      )}
    </ActionForm>
  );
}
