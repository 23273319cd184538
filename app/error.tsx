'use client';

import { unstable_isUnrecognizedActionError as isUnknownForm } from 'next/navigation';
import { useCallback } from 'react';
import { Button } from './ui/button';
import { CopyText } from './ui/copy-text';
import { lastSent } from './ui/last-sent';
import { useDatabaseAway } from './ui/use-database-away';

/** What a person sees when a page fails: that Rungs was updated, that its database is away, or one fixed sentence and what to quote. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  const again = useCallback(() => window.location.reload(), []);
  const isAway = useDatabaseAway(again) === true;
  const isOld = isFromBefore(error);
  const sent = isOld ? lastSent() : [];
  const title = isOld
    ? 'Rungs was updated while this page was open'
    : isAway
      ? 'Rungs cannot reach its database'
      : 'Something went wrong on our side';
  return (
    <main id="main" className="mx-auto w-full max-w-6xl px-4 py-16 sm:px-6">
      <title>{`${title} · Rungs`}</title>
      <h1 className="text-xl">{title}</h1>
      <p className="mt-4 max-w-prose">
        {isOld && 'What you sent just now was not stored: copy it, reload the page and send it again. '}
        Nothing you saved is lost. Answers that were not sent yet are kept on this device and are sent when
        you come back.
        {isAway && ' This page comes back by itself as soon as the database does.'}
        {error.digest !== undefined && ` If it stays, quote ${error.digest}.`}
      </p>
      {sent.length > 0 && (
        <section className="mt-6 max-w-prose">
          <h2 className="text-base">What you had typed</h2>
          <dl className="my-3 space-y-2">
            {sent.map(({ label, text }) => (
              <div key={label}>
                <dt className="text-quiet text-sm">{label}</dt>
                <dd className="break-words whitespace-pre-wrap">{text}</dd>
              </div>
            ))}
          </dl>
          <CopyText text={sent.map(({ label, text }) => `${label}: ${text}`).join('\n\n')}>Copy it</CopyText>
        </section>
      )}
      <p className="mt-6">
        <Button kind="primary" onClick={again}>
          {isOld ? 'Reload' : 'Try again'}
        </Button>
      </p>
    </main>
  );
}

/** Whether the page is of a build that the server no longer has: a form of it is unknown there, or a script is gone. */
const isFromBefore = (error: Error): boolean =>
  error.name === 'ChunkLoadError' || /^Failed to load chunk/.test(error.message) || isUnknownForm(error);
