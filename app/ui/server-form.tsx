import type { ReactNode } from 'react';
import type { FormState } from '@/lib/action';

type ServerAction = (state: FormState, form: FormData) => Promise<FormState>;

/** A form whose outcome is the page itself: no message to show beside it, so no JavaScript of its own. */
export function ServerForm({
  action,
  className,
  label,
  children,
}: {
  action: ServerAction;
  className?: string;
  label?: string;
  children: ReactNode;
}) {
  const submit = async (form: FormData) => {
    'use server';
    await action({}, form);
  };
  return (
    <form action={submit} className={className} {...(label === undefined ? {} : { 'aria-label': label })}>
      {children}
    </form>
  );
}
