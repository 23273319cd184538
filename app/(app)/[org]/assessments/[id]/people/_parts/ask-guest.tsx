'use client';

import { useActionState } from 'react';
import { Button } from '../../../../../../ui/button';
import { TextField } from '../../../../../../ui/field';
import { HiddenFields } from '../../../../../../ui/hidden-fields';
import { Notice } from '../../../../../../ui/notice';
import { askGuestAction } from '../actions';
import { GuestLink } from './guest-link';
import type { Of } from './of';

/** Asks somebody without an account by a link of their own. */
export function AskGuest({ of, allowed }: { of: Of; allowed: boolean }) {
  const [state, ask, asking] = useActionState(askGuestAction, {});
  const { message, fields, value } = state;
  const kept = value === undefined ? (state.values ?? {}) : {};
  if (!allowed)
    return <p>Guests are not allowed here. Allow them above, if people without an account are to answer.</p>;
  return (
    <>
      {value !== undefined && <GuestLink {...value} />}
      <form action={ask} className="max-w-xl space-y-4" aria-busy={asking} noValidate>
        {message !== undefined && fields === undefined && <Notice kind="warn">{message}</Notice>}
        <HiddenFields of={of} />
        <TextField
          label="Name"
          name="name"
          id="guest-name"
          autoComplete="off"
          required
          defaultValue={kept['name']}
          error={fields?.['name']}
        />
        <TextField
          label="E-mail address"
          name="email"
          type="email"
          autoComplete="off"
          required
          hint="The link works for 30 days. It shows the questions and nothing else of the organisation."
          defaultValue={kept['email']}
          error={fields?.['email']}
        />
        <Button type="submit" disabled={asking}>
          Ask the guest
        </Button>
      </form>
    </>
  );
}
