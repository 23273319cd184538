'use client';

/** Stands in when even the frame of the pages fails; carries its own few styles. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body
        style={{
          fontFamily: 'system-ui, sans-serif',
          margin: '4rem auto',
          maxWidth: '38rem',
          padding: '0 1rem',
        }}
      >
        <title>Something went wrong · Rungs</title>
        <main>
          <h1>Something went wrong on our side</h1>
          <p>
            Nothing you saved is lost. Reload the page in a moment.
            {error.digest !== undefined && ` If it stays, quote ${error.digest}.`}
          </p>
        </main>
      </body>
    </html>
  );
}
