'use client';

import { ActionForm } from '../../ui/action-form';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { signUpAction } from './actions';

const FIELDS = [
  { name: 'name', label: 'Your name', autoComplete: 'name' },
  { name: 'email', label: 'E-mail address', type: 'email', autoComplete: 'username' },
  {
    name: 'password',
    label: 'Password',
    type: 'password',
    autoComplete: 'new-password',
    hint: 'At least 10 characters.',
  },
  {
    name: 'organisation',
    label: 'Organisation',
    autoComplete: 'organization',
    hint: 'Your company, or the client you assess.',
  },
  { name: 'team', label: 'First team', hint: 'What is assessed: a team, a product or a business unit.' },
] as const;

export function SignUpForm({ kept }: { kept: string | undefined }) {
  return (
    <ActionForm action={signUpAction}>
      {({ fields, values }) => (
        <>
          {kept !== undefined && <input type="hidden" name="kept" value={kept} />}
          {FIELDS.map(({ name, ...field }) => (
            <TextField
              key={name}
              name={name}
              required
              defaultValue={values?.[name]}
              error={fields?.[name]}
              {...field}
            />
          ))}
          <Button kind="primary" type="submit">
            Create the account
          </Button>
        </>
      )}
    </ActionForm>
  );
}
