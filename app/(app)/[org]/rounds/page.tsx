import type { Metadata, Route } from 'next';
import { requireMember } from '@/lib/auth/actor';
import { quarterOf } from '@/lib/domain/counted';
import { capitalised, quarterText } from '@/lib/domain/labels';
import { can, whoMay } from '@/lib/domain/policy';
import { progressText } from '@/lib/domain/round-words';
import { roundChoice } from '@/lib/rounds/round-choice';
import { roundList, type RoundSummary } from '@/lib/rounds/round-view';
import { Button, buttonClass } from '../../../ui/button';
import { Link } from '../../../ui/link';
import { Section } from '../../../ui/section';
import { ServerForm } from '../../../ui/server-form';
import { OpenRound } from './_parts/open-round';
import { ProgressBar } from './_parts/progress-bar';
import { watchRoundsAction } from './actions';
import { dayOf } from '@/lib/domain/calendar';

export const metadata: Metadata = { title: 'Rounds' };

/** Days that teams have unless somebody says otherwise. */
const DAYS = 30;

export default async function RoundsPage({ params }: PageProps<'/[org]/rounds'>) {
  const { org: slug } = await params;
  const { org, ctx } = await requireMember({ org: slug }, 'org.read', `/${slug}/rounds`);
  const mayRun = can(ctx.actor, 'round.run', { orgId: org.id });
  const [{ open, closed, watching }, teams] = await Promise.all([
    roundList(ctx),
    mayRun ? roundChoice(ctx) : [],
  ]);
  const dueOn = dayOf(new Date(ctx.now.getTime() + DAYS * 86_400_000));
  const form = (
    <OpenRound
      // A round that was just opened empties the form.
      key={open.length}
      org={slug}
      now={{ title: quarterText(quarterOf(dueOn)), dueOn }}
      teams={teams}
    />
  );
  return (
    <>
      <h1 className="text-xl">Rounds of {org.name}</h1>
      <p className="text-quiet mt-1 mb-6 max-w-prose text-sm">
        A round asks chosen teams for a finished assessment by a day, and shows who has not started.
      </p>
      {open.length > 0 && (
        <Section title="Open">
          <Rounds slug={slug} rounds={open} />
        </Section>
      )}
      {open.length === 0 && !mayRun && (
        <Section title="Open">
          <p>No round is open. {capitalised(whoMay('round.run'))} opens one.</p>
        </Section>
      )}
      {mayRun && (
        <Section title="Open a round">
          {teams.length === 0 ? (
            <p>
              There is no team to ask yet.{' '}
              <Link href={`/${slug}/teams` as Route} className="link">
                Add or import teams
              </Link>
            </p>
          ) : open.length === 0 ? (
            form
          ) : (
            <details>
              <summary className={`${buttonClass('plain')} mb-4 list-none`}>Choose teams and a day …</summary>
              {form}
            </details>
          )}
        </Section>
      )}
      {closed.length > 0 && (
        <Section title="Closed">
          <Rounds slug={slug} rounds={closed} />
        </Section>
      )}
      <Section title="When a round closes">
        <ServerForm action={watchRoundsAction} className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <input type="hidden" name="org" value={slug} />
          <input type="hidden" name="on" value={watching ? 'no' : 'yes'} />
          <p>
            {watching
              ? 'You get a mail with the result.'
              : 'A mail tells who finished and where the organisation stands.'}
          </p>
          <Button type="submit">{watching ? 'No more mails' : 'Mail me when a round closes'}</Button>
        </ServerForm>
      </Section>
    </>
  );
}

function Rounds({ slug, rounds }: { slug: string; rounds: RoundSummary[] }) {
  return (
    <ul className="divide-line max-w-3xl divide-y">
      {rounds.map((round) => (
        <li
          key={round.id}
          className="grid items-center gap-x-8 gap-y-1 py-3 sm:grid-cols-[minmax(0,1fr)_12rem]"
        >
          <div>
            <Link href={`/${slug}/rounds/${round.id}` as Route} className="link font-medium wrap-anywhere">
              {round.title}
            </Link>
            <p className={`text-sm ${round.overdue ? 'text-warn' : 'text-quiet'}`}>
              {progressText(round.counts, round)}
            </p>
          </div>
          <ProgressBar counts={round.counts} />
        </li>
      ))}
    </ul>
  );
}
