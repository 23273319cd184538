'use client';

import { useState } from 'react';
import { Button } from './button';

/** Puts a text on the clipboard; where that is refused, the page has the same words to select. */
export function CopyText({ text, children }: { text: string; children: string }) {
  const [said, setSaid] = useState<string | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('The browser refused to copy'),
    );
  return (
    <span className="inline-flex items-center gap-2">
      <Button onClick={() => void copy()}>{children}</Button>
      <span role="status" className="text-quiet text-sm empty:hidden">
        {said}
      </span>
    </span>
  );
}
