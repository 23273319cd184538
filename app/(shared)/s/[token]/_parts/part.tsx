import type { ReactNode } from 'react';

/** A part of the view, set off by a rule; closer together than in the application, as it is read on a phone. */
export function Part({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className="border-line break-inside-avoid border-t py-4">
      {title !== undefined && <h2 className="mb-2 text-base">{title}</h2>}
      {children}
    </section>
  );
}
