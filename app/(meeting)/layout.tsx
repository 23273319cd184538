import type { ReactNode } from 'react';

/** The frame of what a room looks at together: nothing but the page, from edge to edge. */
export default function MeetingLayout({ children }: { children: ReactNode }) {
  return (
    <main id="main" className="flex min-h-dvh w-full flex-col px-4 py-2 sm:px-8 sm:py-3">
      {children}
    </main>
  );
}
