import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { fixed } from '@/lib/assessments/fixed';
import { requireMember } from '@/lib/auth/actor';
import { agreedBefore, meetingPlace } from '@/lib/domain/discussion';
import { discussionOf } from '@/lib/gatherings/discussion-of';
import { Link } from '../../../../../../ui/link';
import { MeetingForm } from './_parts/meeting-form';
import { MeetingKeys } from './_parts/meeting-keys';

export const metadata: Metadata = { title: 'Meeting' };

const NEAR = 'link inline-flex min-h-10 items-center px-2';

/** One capability for a room to look at: the question, how the answers lie, and what is agreed. It names nobody. */
export default async function MeetingPage({
  params,
}: PageProps<'/[org]/assessments/[id]/meeting/[capability]'>) {
  const { org: slug, id, capability } = await params;
  const base = `/${slug}/assessments/${id}`;
  const { ctx } = await requireMember(
    { org: slug, assessment: id },
    'assessment.gather',
    `${base}/meeting/${capability}`,
  );
  const result = await discussionOf(ctx, id);
  if (!result.ok) {
    if (result.code === 'not-found') notFound();
    return (
      <>
        <h1 className="text-xl">Meeting</h1>
        <p className="my-4">{result.message}</p>
        <p>
          <Link href={base as Route} className="link">
            Back to the assessment
          </Link>
        </p>
      </>
    );
  }
  const { loaded, discussion } = result.value;
  const place = meetingPlace(discussion.items, capability);
  const ladder = loaded.content.capabilities.find((each) => each.id === capability);
  if (place === null || ladder === undefined) notFound();
  const { item, at, of, previous, next } = place;
  const stored = loaded.answers.get(capability);
  const no = fixed(loaded.row);
  const address = (to: string) => `${base}/meeting/${to}` as Route;
  return (
    <>
      <header className="flex flex-wrap items-baseline justify-between gap-x-6">
        <p className="text-quiet text-sm">
          {loaded.team.name} · {loaded.row.title} · {at} of {of}
          {item.state !== 'open' && ` · ${item.state === 'agreed' ? 'settled' : 'parked'}`}
        </p>
        <nav aria-label="Capabilities" className="flex flex-wrap text-sm">
          {previous !== null && (
            <Link href={address(previous)} rel="prev" className={NEAR}>
              Previous
            </Link>
          )}
          <Link href={`${base}/discuss` as Route} className={NEAR}>
            All {of}
          </Link>
          {next !== null && (
            <Link href={address(next)} rel="next" className={NEAR}>
              Next
            </Link>
          )}
        </nav>
      </header>
      <h1 className="text-2xl">{ladder.title}</h1>
      <p className="mb-1 text-lg">{ladder.question}</p>
      <p className="mb-3">
        {item.words}
        {item.details.length > 0 && <span className="text-quiet"> · {item.details.join(' · ')}</span>}
      </p>
      <MeetingForm
        // Another capability, or another version of it, begins with what is stored.
        key={`${capability} ${stored?.version ?? 0} ${item.state}`}
        hidden={{ org: slug, id, capability, seen: stored?.version ?? 0 }}
        rungs={ladder.rungs.map(({ text }) => text)}
        perRung={'perRung' in item.spread ? item.spread.perRung : null}
        excusable={ladder.notApplicable !== undefined}
        before={agreedBefore(stored, item.unanimous)}
        state={item.state}
        fixed={no?.message ?? null}
      />
      <MeetingKeys />
    </>
  );
}
