'use client';

import { useActionState, type ReactNode } from 'react';
import type { FormState } from '@/lib/action';
import { rememberSent } from './last-sent';
import { Notice } from './notice';

type ServerAction = (state: FormState, form: FormData) => Promise<FormState>;

/** A form that shows what went wrong and keeps what was typed; posts and works the same without JavaScript. */
export function ActionForm({
  action,
  className = 'space-y-5',
  children,
}: {
  action: ServerAction;
  className?: string;
  children: (state: FormState) => ReactNode;
}) {
  const [state, submit, pending] = useActionState(action, {});
  return (
    <form
      action={submit}
      onSubmit={(event) => rememberSent(event.currentTarget)}
      className={className}
      aria-busy={pending}
      noValidate
    >
      {state.message !== undefined && state.fields === undefined && (
        <Notice kind="warn">{state.message}</Notice>
      )}
      {children(state)}
    </form>
  );
}
