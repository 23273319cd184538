'use client';

import { useState, useSyncExternalStore } from 'react';
import { Button } from './button';

const never = () => () => undefined;

/**
 * Puts a text on the clipboard; where that is refused, the page has the same words to select. Without JavaScript there is no button, as
 * it could do nothing.
 */
export function CopyText({ text, children }: { text: string; children: string }) {
  const [said, setSaid] = useState<string | null>(null);
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('The browser refused to copy; select the words instead'),
    );
  if (!scripted) return null;
  return (
    <span className="inline-flex items-center gap-2">
      <Button onClick={() => void copy()}>{children}</Button>
      <span role="status" className="text-quiet text-sm empty:hidden">
        {said}
      </span>
    </span>
  );
}
