'use client';

import { useState } from 'react';
import { Button } from '../../../../../../ui/button';

/** Puts the summary on the clipboard; where that is refused, the report page has the same words to select. */
export function CopySummary({ text }: { text: string }) {
  const [said, setSaid] = useState<string | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('The browser refused to copy'),
    );
  return (
    <span className="inline-flex items-center gap-2">
      <Button onClick={() => void copy()}>Copy summary</Button>
      <span role="status" className="text-quiet text-sm empty:hidden">
        {said}
      </span>
    </span>
  );
}
