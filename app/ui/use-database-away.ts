'use client';

import { useEffect, useState } from 'react';

const AGAIN_MS = 5_000;

/**
 * Whether this page failed because the server has no database just now; `null` until that is known. Goes on asking and calls `back` once
 * the server is ready again.
 */
export function useDatabaseAway(back: () => void): boolean | null {
  const [away, setAway] = useState<boolean | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const ask = async (wasAway: boolean): Promise<void> => {
      const isAway = await isDatabaseAway();
      if (over) return;
      if (wasAway && !isAway) return back();
      setAway(isAway);
      if (isAway) timer = setTimeout(() => void ask(true), AGAIN_MS);
    };
    void ask(false);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [back]);
  return away;
}

/** What the server says of itself; one that does not answer at all says nothing of its database. */
async function isDatabaseAway(): Promise<boolean> {
  const response = await fetch('/api/health/ready', { cache: 'no-store' }).catch(() => null);
  if (response?.status !== 503) return false;
  const said: unknown = await response.json().catch(() => null);
  return typeof said === 'object' && said !== null && 'fails' in said && said.fails === 'database';
}
