import type { ReactNode } from 'react';
import { hyphenated } from '@/lib/domain/hyphenated';

/** A heading with what belongs to it, set off by a rule, at an address of its own: `#what-it-will-take` where no other id is given. */
export function Section({
  title,
  id: given,
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
  const id = given ?? (typeof title === 'string' ? hyphenated(title) || undefined : undefined);
  return (
    <section id={id} className={`border-line border-t ${dense ? 'wide:py-1 py-3' : 'py-6'}`}>
      <div
        className={`${dense ? 'wide:mb-1 mb-2' : 'mb-4'} flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1`}
      >
        <div className="group flex items-baseline">
          <h2 className="text-lg">{title}</h2>
          {id !== undefined && (
            // For pointers alone: a second link for each heading is nothing that one wants read out or to tab through.
            <a
              href={`#${id}`}
              aria-hidden="true"
              tabIndex={-1}
              title="The address of this section"
              className="text-quiet px-2 opacity-0 group-hover:opacity-100 print:hidden"
            >
              #
            </a>
          )}
        </div>
        {aside !== undefined && <div className="text-quiet text-sm">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
