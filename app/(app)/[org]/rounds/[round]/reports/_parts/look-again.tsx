'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { Link } from '../../../../../../ui/link';

const EVERY_MS = 2_000;

/** Looks again by itself while the page is seen; without JavaScript the link does. */
export function LookAgain({ here }: { here: string }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <Link href={here as Route} className="link inline-block min-h-6 text-sm">
      Look again
    </Link>
  );
}
