import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { answerHistory, type AnswerHistory } from '@/lib/assessments/answer-history';
import { requireMember } from '@/lib/auth/actor';
import { plural } from '@/lib/domain/labels';
import { Link } from '../../../../../../ui/link';
import { Section } from '../../../../../../ui/section';
import { PutBackForm } from './put-back-form';
import { Version } from './version';

export const metadata: Metadata = { title: 'What an answer was before' };

/** One answer as it stands and as it was before each change, any of which can be put back. */
export default async function HistoryPage({
  params,
  searchParams,
}: PageProps<'/[org]/assessments/[id]/history/[capability]'>) {
  const [{ org: slug, id, capability }, { before }] = await Promise.all([params, searchParams]);
  const here = `/${slug}/assessments/${id}/history/${capability}`;
  const { ctx } = await requireMember({ org: slug, assessment: id }, 'assessment.answer', here);
  const from = typeof before === 'string' && /^\d{1,9}$/.test(before) ? Number(before) : undefined;
  const history = await answerHistory(ctx, { id, capability, before: from });
  if (history === null) notFound();
  const { ladder, now, versions, older } = history;
  return (
    <>
      <h1 className="text-xl break-words">{ladder.title}: what the answer was before</h1>
      <p className="text-quiet text-sm break-words">
        {history.team} · {history.title}
      </p>
      <p className="mb-4 text-sm print:hidden">
        <Link
          href={`/${slug}/assessments/${id}?at=${capability}` as Route}
          className="link inline-block min-h-6"
        >
          Back to the question
        </Link>
      </p>
      <p className="mb-4 max-w-prose">
        {ladder.question}{' '}
        {history.mayPutBack && 'Putting one back replaces the answer that stands, which is kept here too.'}
      </p>
      <Section title="Now">
        {now === null ? <p>Nobody has answered this.</p> : <Version version={now} rungs={ladder.rungs} />}
      </Section>
      <Section title="Before" aside={asideOf(history, from)}>
        {versions.length === 0 && <p>Nothing was replaced.</p>}
        <ol className="divide-line divide-y">
          {versions.map((version) => (
            <li key={version.version} className="py-4 first:pt-0">
              <Version version={version} rungs={ladder.rungs}>
                {version.asNow ? (
                  <p className="text-quiet mt-2 text-sm">The same as now.</p>
                ) : (
                  history.mayPutBack &&
                  now !== null && (
                    <PutBackForm
                      {...{ org: slug, id, capability, version: version.version, seen: now.version }}
                    />
                  )
                )}
              </Version>
            </li>
          ))}
        </ol>
      </Section>
      <nav aria-label="Pages of the history" className="flex gap-4 text-sm">
        {from !== undefined && (
          <Link href={here as Route} className="link inline-block min-h-6">
            Newest
          </Link>
        )}
        {older !== null && (
          <Link href={`${here}?before=${older}` as Route} className="link inline-block min-h-6">
            Older
          </Link>
        )}
      </nav>
    </>
  );
}

/** How often it changed is said where all of it is shown. */
function asideOf({ versions, older }: AnswerHistory, from: number | undefined): string {
  const times = from === undefined && older === null ? `changed ${plural(versions.length, 'time')}, ` : '';
  return `${times}newest first, times in UTC; rungs in the words of today’s ladder`;
}
