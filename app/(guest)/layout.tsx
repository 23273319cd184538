import type { ReactNode } from 'react';
import { Mark } from '../ui/mark';

/** The frame of what a guest is asked: the questions, and no way into the organisation. */
export default function GuestLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <main id="main" className="mx-auto w-full max-w-6xl px-4 pt-6 pb-10 sm:px-6">
        {children}
      </main>
      <footer className="border-line mt-auto border-t print:hidden">
        <p className="text-quiet mx-auto flex max-w-6xl items-center gap-2 px-4 py-4 text-xs sm:px-6">
          <Mark />
          Rungs
        </p>
      </footer>
    </>
  );
}
