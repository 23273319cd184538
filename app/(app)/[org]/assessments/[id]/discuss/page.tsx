import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { requireMember } from '@/lib/auth/actor';
import { nextOpen, type DiscussionItem } from '@/lib/domain/discussion';
import { plural } from '@/lib/domain/labels';
import { AGREEMENT_SCALE } from '@/lib/domain/spread-words';
import { discussionOf } from '@/lib/gatherings/discussion-of';
import { buttonClass } from '../../../../../ui/button';
import { Link } from '../../../../../ui/link';
import { AssessmentTabs } from '../_tabs';
import { DiscussionRow } from './discussion-row';
import { TakeAgreed } from './take-agreed';

export const metadata: Metadata = { title: 'What people said' };

export default async function DiscussPage({ params }: PageProps<'/[org]/assessments/[id]/discuss'>) {
  const { org: slug, id } = await params;
  const base = `/${slug}/assessments/${id}`;
  const { ctx } = await requireMember({ org: slug, assessment: id }, 'assessment.gather', `${base}/discuss`);
  const result = await discussionOf(ctx, id);
  if (!result.ok && result.code === 'not-found') notFound();
  if (!result.ok)
    return (
      <div className="max-w-xl space-y-4">
        <h1 className="text-xl">What people said</h1>
        <p>{result.message}</p>
        <p>
          <Link href={`${base}/people` as Route} className="link">
            Who is asked, and how far they are
          </Link>
        </p>
      </div>
    );
  const { loaded, discussion } = result.value;
  const { items, respondents, overall } = discussion;
  const is = (state: DiscussionItem['state']) => items.filter((item) => item.state === state);
  const [open, parked, agreed] = [is('open'), is('parked'), is('agreed')];
  const next = nextOpen(items, null);
  const ready = open.filter(
    ({ unanimous, capability }) => unanimous !== null && !loaded.answers.has(capability),
  );
  return (
    <>
      <h1 className="mb-2 text-xl break-words">
        {loaded.team.name} · {loaded.row.title}: what people said
      </h1>
      <p className="text-quiet mb-4 text-sm">
        {plural(respondents, 'respondent')} answered each alone. {agreed.length} of {items.length} settled,{' '}
        {parked.length} parked, {open.length} to talk about.
      </p>
      <AssessmentTabs org={slug} id={id} current="people" questionnaires={loaded.row.questionnaires} />
      <div className="mb-6 max-w-3xl space-y-2">
        <p>{overall}</p>
        <p className="text-quiet text-sm">{AGREEMENT_SCALE}</p>
      </div>
      <div className="mb-8 flex flex-wrap items-start gap-3">
        {next !== null && (
          <Link href={`${base}/meeting/${next}` as Route} className={buttonClass('primary')}>
            Begin the meeting
          </Link>
        )}
        {ready.length > 0 && <TakeAgreed org={slug} id={id} count={ready.length} />}
      </div>
      <Part title="To talk about" items={open} base={base} />
      <Part title="Parked" items={parked} base={base} />
      <Part title="Settled" items={agreed} base={base} />
    </>
  );
}

function Part({ title, items, base }: { title: string; items: readonly DiscussionItem[]; base: string }) {
  if (items.length === 0) return null;
  return (
    <section className="mb-8">
      <h2 className="mb-2 text-lg">
        {title} ({items.length})
      </h2>
      <ul className="divide-line border-line divide-y border-y">
        {items.map((item) => (
          <DiscussionRow key={item.capability} item={item} base={base} />
        ))}
      </ul>
    </section>
  );
}
