'use client';

import type { Route } from 'next';
import { usePathname } from 'next/navigation';
import { lazy, Suspense, useEffect, useState, type MouseEvent } from 'react';
import { Link } from '../../../ui/link';

const FindDialog = lazy(async () => ({ default: (await import('./find-dialog')).FindDialog }));

const isFindKey = ({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !shiftKey && !altKey;

/** The way to anything by its name: a page to look on, and over any page by Ctrl K, loaded when it is first wanted. */
export function Find({ org }: { org: string }) {
  const [open, setOpen] = useState(false);
  const assessment = /^\/[^/]+\/assessments\/([^/]+)/.exec(usePathname())?.[1];
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isFindKey(event)) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  const click = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    setOpen(true);
  };
  const query = assessment === undefined ? '' : `?in=${assessment}`;
  return (
    <>
      <Link
        href={`/${org}/find${query}` as Route}
        onClick={click}
        aria-keyshortcuts="Control+K Meta+K"
        className="text-quiet hover:underline"
      >
        Find{' '}
        <kbd
          className="border-line hidden rounded-sm border px-1 font-sans text-xs lg:inline"
          aria-hidden="true"
        >
          Ctrl K
        </kbd>
      </Link>
      {open && (
        <Suspense>
          <FindDialog org={org} assessment={assessment} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
