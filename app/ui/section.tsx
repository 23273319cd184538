import type { ReactNode } from 'react';

/** A heading with what belongs to it, set off by a rule. */
export function Section({
  title,
  id,
  aside,
  dense = false,
  children,
}: {
  title: ReactNode;
  id?: string;
  aside?: ReactNode;
  /** Little room around it, for pages that are to fit one screen. */
  dense?: boolean;
  children: ReactNode;
}) {
  return (
    <section id={id} className={`border-line border-t ${dense ? 'wide:py-1 py-3' : 'py-6'}`}>
      <div
        className={`${dense ? 'wide:mb-1 mb-2' : 'mb-4'} flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1`}
      >
        <h2 className="text-lg">{title}</h2>
        {aside !== undefined && <div className="text-quiet text-sm">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
