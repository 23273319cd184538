'use client';

import { Button } from './ui/button';

/** What a person sees when we made a mistake: one fixed sentence and the reference that stands in the log. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main id="main" className="mx-auto w-full max-w-6xl px-4 py-16 sm:px-6">
      <title>Something went wrong · Rungs</title>
      <h1 className="text-xl">Something went wrong on our side</h1>
      <p className="mt-4 max-w-prose">
        Nothing you saved is lost. Answers that were not sent yet are kept on this device and are sent when
        you come back.
        {error.digest !== undefined && ` If it stays, quote ${error.digest}.`}
      </p>
      <p className="mt-6">
        <Button kind="primary" onClick={reset}>
          Try again
        </Button>
      </p>
    </main>
  );
}
