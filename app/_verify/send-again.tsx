'use client';

import { useActionState } from 'react';
import { sendVerificationAction } from './actions';

/** What is asked, and the mail once more. */
export function SendAgain({ email }: { email: string }) {
  const [{ message, value }, submit, pending] = useActionState(sendVerificationAction, {});
  return (
    <form action={submit} aria-busy={pending} className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <span className="wrap-anywhere">
        Please confirm your address {email} by the link that was mailed there.
      </span>
      <button type="submit" disabled={pending} className="link min-h-6">
        Send it again
      </button>
      <span role="status" className={`w-full empty:hidden ${message === undefined ? '' : 'text-warn'}`}>
        {message ?? (value === undefined ? '' : `A mail to ${value.email} is on its way.`)}
      </span>
    </form>
  );
}
