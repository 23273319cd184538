import type { ReactNode } from 'react';
import { Mark } from '../ui/mark';

/** The frame of what a link shows: no way in and no choices, as the reader has no account and the first screenful is for the answer. */
export default function SharedLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <main id="main" className="mx-auto w-full max-w-5xl px-4 pt-4 pb-10 sm:px-6 sm:pt-8">
        {children}
      </main>
      <footer className="border-line mt-auto border-t print:hidden">
        <p className="text-quiet mx-auto flex max-w-5xl items-center gap-2 px-4 py-4 text-xs sm:px-6">
          <Mark />A frozen view made with Rungs
        </p>
      </footer>
    </>
  );
}
