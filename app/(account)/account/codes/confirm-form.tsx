'use client';

import { useActionState, type ReactNode } from 'react';
import { Button } from '../../../ui/button';
import { CopyText } from '../../../ui/copy-text';
import { TextField } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { confirmSetUpAction } from '../actions';

/** Asks for the first code, and shows the recovery codes this once. */
export function ConfirmForm({ waiting, children }: { waiting: boolean; children: ReactNode }) {
  const [{ message, fields, value }, submit, pending] = useActionState(confirmSetUpAction, {});
  if (value !== undefined) return <RecoveryCodes codes={value.recoveryCodes} />;
  if (!waiting) return message === undefined ? null : <Notice kind="warn">{message}</Notice>;
  return (
    <>
      {children}
      <form action={submit} className="mt-6 max-w-md space-y-5" aria-busy={pending} noValidate>
        {message !== undefined && fields === undefined && <Notice kind="warn">{message}</Notice>}
        <TextField
          label="Code that the app shows now"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          error={fields?.['code']}
        />
        <Button kind="primary" type="submit" disabled={pending}>
          Turn codes on
        </Button>
      </form>
    </>
  );
}

function RecoveryCodes({ codes }: { codes: string[] }) {
  return (
    <section role="status" className="border-line mb-6 space-y-4 border-b pb-6">
      <h2 className="text-lg">Codes are on. Keep these recovery codes</h2>
      <p className="max-w-prose">
        Each opens the account once, with your password, when the app is not at hand. They are shown this once
        and kept nowhere in a form that can be read.
      </p>
      <ul
        aria-label="Recovery codes"
        className="grid max-w-md grid-cols-1 gap-x-8 gap-y-1 font-mono min-[24rem]:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <CopyText text={codes.join('\n')}>Copy them</CopyText>
    </section>
  );
}
