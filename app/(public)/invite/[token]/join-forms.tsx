'use client';

import { ActionForm } from '../../../ui/action-form';
import { Button } from '../../../ui/button';
import { Select, TextField } from '../../../ui/field';
import { acceptAsNewAction, acceptInvitationAction } from './actions';

/** For who is signed in with the address that was invited. */
export function JoinForm({
  token,
  org,
  firms,
}: {
  token: string;
  org: string;
  firms: { slug: string; name: string }[];
}) {
  return (
    <ActionForm action={acceptInvitationAction}>
      {({ fields, values }) => (
        <>
          <input type="hidden" name="token" value={token} />
          {firms.length > 0 && (
            <Select
              label="You come from"
              name="firm"
              hint={`The members of ${org} see it beside your name. The brand and the phrases of that organisation are at hand in your reports.`}
              defaultValue={values?.['firm'] ?? ''}
              error={fields?.['firm']}
            >
              <option value="">{org} itself</option>
              {firms.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </Select>
          )}
          <Button kind="primary" type="submit">
            Join {org}
          </Button>
        </>
      )}
    </ActionForm>
  );
}

/** For who has no account yet: the address is that of the invitation. */
export function NewAccountForm({
  token,
  org,
  email,
  name,
}: {
  token: string;
  org: string;
  email: string;
  name: string;
}) {
  return (
    <ActionForm action={acceptAsNewAction}>
      {({ fields, values }) => (
        <>
          <input type="hidden" name="token" value={token} />
          <TextField label="E-mail address" name="email" value={email} readOnly autoComplete="username" />
          <TextField
            label="Your name"
            name="name"
            required
            autoComplete="name"
            defaultValue={values?.['name'] ?? name}
            error={fields?.['name']}
          />
          <TextField
            label="Password"
            name="password"
            type="password"
            required
            autoComplete="new-password"
            hint="At least 10 characters."
            error={fields?.['password']}
          />
          <Button kind="primary" type="submit">
            Create the account and join {org}
          </Button>
        </>
      )}
    </ActionForm>
  );
}
