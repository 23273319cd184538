import type { ComponentProps } from 'react';

type Kind = 'primary' | 'plain' | 'quiet';

const BASE =
  'inline-flex min-h-10 items-center justify-center gap-2 rounded-md px-4 py-2 text-sm font-medium transition-colors duration-150 disabled:opacity-60';

const KINDS: Record<Kind, string> = {
  primary: 'bg-accent text-accent-ink hover:bg-accent/90',
  plain: 'border border-border bg-raised text-ink hover:bg-sunken',
  quiet: 'text-accent hover:bg-sunken',
};

/** For links that look like buttons. */
export const buttonClass = (kind: Kind = 'plain'): string => `${BASE} ${KINDS[kind]}`;

export function Button({
  kind = 'plain',
  className = '',
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { kind?: Kind }) {
  // oxlint-disable-next-line react/button-has-type -- the type is passed through with a safe default
  return <button type={type} className={`${buttonClass(kind)} ${className}`} {...rest} />;
}
