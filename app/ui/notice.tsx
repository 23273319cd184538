import type { ReactNode } from 'react';

/** A message that stands in the page: `warn` for what went wrong, with what was kept. */
export function Notice({ kind = 'plain', children }: { kind?: 'plain' | 'warn'; children: ReactNode }) {
  const look = kind === 'warn' ? 'border-warn text-warn' : 'border-line text-ink';
  return (
    <div
      role={kind === 'warn' ? 'alert' : undefined}
      className={`bg-sunken rounded-md border-l-4 px-4 py-3 ${look}`}
    >
      {children}
    </div>
  );
}
