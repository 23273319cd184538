import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { visit } from '@/lib/action';
import { dateText } from '@/lib/domain/labels';
import { scorecardText } from '@/lib/domain/scorecard-text';
import { tellable, weakestFirst } from '@/lib/domain/shared-view';
import { openShare, openShareInput } from '@/lib/shares/open-share';
import { buttonClass } from '../../../ui/button';
import { CopyText } from '../../../ui/copy-text';
import { HowSure } from './_parts/how-sure';
import { HoldsBack } from './_parts/holds-back';
import { Part } from './_parts/part';
import { Target } from './_parts/target';
import { ByUnit } from './_parts/by-unit';
import { Takes, WantedDecisions } from './_parts/takes';
import { Weak } from './_parts/weak';
import { CodeForm } from './code-form';
import { passCookie } from './pass-cookie';

// The same for every link: a title would say whose it is before the code, and to whoever looks at an address that was guessed.
export const metadata: Metadata = {
  title: 'ML maturity',
  description: 'A frozen view of a scorecard.',
  robots: { index: false, follow: false },
};

const open = visit({ for: 'anyone', input: openShareInput, run: openShare });

/** What a link shows without an account: on a phone the first screenful answers, and nothing needs a script. */
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
  const { view, hash } = opened.value;
  const { organisation, scorecard, takes } = view;
  const [lead, ...others] = scorecard.models;
  const [first, ...rest] = scorecard.sentences;
  const domains = weakestFirst(scorecard);
  return (
    <article>
      <header className="pb-4">
        <h1 className="text-lg">{organisation} · ML maturity</h1>
        <p className="text-quiet text-sm">
          As of {dateText(view.frozenAt)} · {scorecard.teams} of {scorecard.certainty.expected} teams
        </p>
        <p className="mt-4 max-w-prose text-lg font-medium">{first}</p>
        {rest.length > 0 && <p className="mt-2 max-w-prose">{rest.join(' ')}</p>}
      </header>
      {lead !== undefined && (
        <Part>
          <Target of={lead} />
        </Part>
      )}
      {takes !== undefined && takes.decisions.length > 0 && (
        <Part title="Decisions wanted from you">
          <WantedDecisions decisions={takes.decisions} />
        </Part>
      )}
      {others.length > 0 && (
        <Part>
          <details className="md:unfolded print:unfolded">
            <summary className="link min-h-8 text-sm">
              By {others.length} more {others.length === 1 ? 'model' : 'models'}
            </summary>
            <div className="grid gap-6 pt-3 md:grid-cols-2 md:pt-0 print:grid-cols-2 print:pt-0">
              {others.map((model) => (
                <Target key={model.model} of={model} />
              ))}
            </div>
          </details>
        </Part>
      )}
      <div className="md:grid md:grid-cols-2 md:gap-x-10 print:grid print:grid-cols-2 print:gap-x-8">
        {scorecard.holdsBack.length > 0 && (
          <Part title="What holds back most teams">
            <HoldsBack items={scorecard.holdsBack} />
          </Part>
        )}
        <Part title="Where we are weak">
          <Weak domains={domains} />
        </Part>
        <ByUnit domains={domains} heat={scorecard.heat} />
      </div>
      {takes !== undefined && takes.plans > 0 && (
        <Part title="What it will take">
          <Takes takes={takes} />
        </Part>
      )}
      <div className="flex flex-wrap gap-2 py-4 print:hidden">
        <a href={`/s/${token}/pdf`} className={buttonClass('plain')}>
          PDF, one page
        </a>
        <CopyText
          text={scorecardText(tellable(scorecard), {
            organisation,
            unit: null,
            date: view.frozenAt.slice(0, 10),
            takes,
          })}
        >
          Copy
        </CopyText>
      </div>
      <Part title="How sure?">
        <HowSure view={view} hash={hash} />
      </Part>
    </article>
  );
}
