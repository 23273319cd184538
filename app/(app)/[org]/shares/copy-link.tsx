'use client';

import { useState, useSyncExternalStore } from 'react';
import { Button } from '../../../ui/button';

const never = () => () => undefined;

/** Puts the link on the clipboard; without JavaScript there is no button, and the link beside it is selected with one click. */
export function CopyLink({ link }: { link: string }) {
  const [said, setSaid] = useState<string | null>(null);
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setSaid('Copied'),
      () => setSaid('The browser refused to copy; select the link instead'),
    );
  return (
    <>
      {scripted && <Button onClick={() => void copy()}>Copy the link</Button>}
      <span role="status" className="text-quiet text-sm empty:hidden">
        {said}
      </span>
    </>
  );
}
