import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { visit } from '@/lib/action';
import { openShare, openShareInput } from '@/lib/shares/open-share';
import { SharedReport } from './_parts/shared-report';
import { SharedScorecard } from './_parts/shared-scorecard';
import { CodeForm } from './code-form';
import { passCookie } from './pass-cookie';

// The same for every link: a title would say whose it is before the code, and to whoever looks at an address that was guessed.
export const metadata: Metadata = {
  title: 'ML maturity',
  description: 'A frozen view.',
  robots: { index: false, follow: false },
};

const open = visit({ for: 'anyone', input: openShareInput, run: openShare });

/** What a link shows without an account; nothing needs a script. */
export default async function SharedPage({ params }: PageProps<'/s/[token]'>) {
  const [{ token }, jar] = await Promise.all([params, cookies()]);
  const opened = await open({ token, pass: jar.get(passCookie())?.value });
  if (!opened.ok) return notFound();
  if (opened.value.asks === 'code') {
    return (
      <>
        {/* Without a script a browser that may tell nobody where it comes from posts a form from nowhere, which is refused. */}
        <meta name="referrer" content="same-origin" />
        <CodeForm token={token} />
      </>
    );
  }
  if (opened.value.kind === 'report') return <SharedReport token={token} shared={opened.value} />;
  return <SharedScorecard token={token} view={opened.value.view} hash={opened.value.hash} />;
}
