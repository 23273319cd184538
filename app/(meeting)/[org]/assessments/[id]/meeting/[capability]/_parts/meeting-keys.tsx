'use client';

import { useEffect } from 'react';

const typesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('textarea, input:not([type="radio"]), select');

/** A digit chooses a rung, `p` parks, arrows go to the one before and the next; off while somebody types. */
export function MeetingKeys() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typesText(event.target)) return;
      const wanted = /^[0-4]$/.test(event.key)
        ? `input[name="choice"][value="${event.key}"]`
        : { p: 'button[value="park"]', ArrowLeft: 'a[rel="prev"]', ArrowRight: 'a[rel="next"]' }[event.key];
      const found = wanted === undefined ? null : document.querySelector<HTMLElement>(wanted);
      if (found === null) return;
      event.preventDefault();
      found.click();
      found.focus();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <p className="text-quiet mt-3 text-sm max-lg:hidden">
      Keys: 0 to 4 choose, Enter agrees, p parks, ← and → go to the one before and the next.
    </p>
  );
}
