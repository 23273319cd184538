import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { draftOnEdition, type EditionChange } from '@/lib/assessments/edition-change';
import { requireMember } from '@/lib/auth/actor';
import { oneSidedText } from '@/lib/domain/comparison-view';
import { capitalised, inWords } from '@/lib/domain/labels';
import { can } from '@/lib/domain/policy';
import { Link } from '../../../../../ui/link';
import { Section } from '../../../../../ui/section';
import { Effect } from './_parts/effect';
import { LadderDifferences } from './_parts/ladder-differences';
import { StatementDifferences } from './_parts/statement-differences';
import { MoveForm } from './move-form';

export const metadata: Metadata = { title: 'Newer content' };

/** What moving a draft to today's content would change: in the result, ladder by ladder, statement by statement. */
export default async function EditionPage({ params }: PageProps<'/[org]/assessments/[id]/edition'>) {
  const { org: slug, id } = await params;
  const { ctx, org } = await requireMember(
    { org: slug, assessment: id },
    'org.read',
    `/${slug}/assessments/${id}/edition`,
  );
  const found = await draftOnEdition(ctx, id);
  if (found === null) notFound();
  const { loaded, change } = found;
  return (
    <>
      <h1 className="text-xl">
        {loaded.team.name} · {loaded.row.title}: newer content
      </h1>
      <p className="mb-4 text-sm print:hidden">
        <Link href={`/${slug}/assessments/${id}` as Route} className="link inline-block min-h-6">
          Back to the answers
        </Link>
      </p>
      {change === null ? (
        <p>There is nothing to move: no newer content would change this assessment.</p>
      ) : (
        <>
          <p className="mb-4 max-w-prose">
            This draft is answered by content {change.from}; {change.to} is here: {change.ladders}.{' '}
            {movingText(change)}
          </p>
          {can(ctx.actor, 'assessment.configure', { orgId: org.id }) && (
            <MoveForm org={slug} id={id} edition={change.edition} to={change.to} />
          )}
          <Differences change={change} />
        </>
      )}
    </>
  );
}

function Differences({ change }: { change: EditionChange }) {
  const { differences, comparison } = change;
  const asides = [
    oneSidedText('new', comparison.after, differences.added),
    oneSidedText('retired', comparison.before, differences.retired),
  ].filter((text) => text !== null);
  return (
    <div className="mt-6">
      <Section title="What it does to the result" aside="the same answers, by both">
        <Effect change={change} />
      </Section>
      <Section title="Ladders" aside={change.ladders}>
        {asides.map((text) => (
          <p key={text} className="mb-4 max-w-prose">
            {text}
          </p>
        ))}
        <LadderDifferences change={change} />
      </Section>
      <Section title="Statements" aside="those that are read from other rungs, and those that came or went">
        <StatementDifferences models={differences.models} />
      </Section>
    </div>
  );
}

/** What happens to the answers, zero said as zero. */
function movingText({ differences: { flagged, reopened } }: EditionChange): string {
  const flags =
    flagged.length === 0
      ? 'no answer needs another look'
      : `${inWords(flagged.length)} ${flagged.length === 1 ? 'answer is' : 'answers are'} flagged for another look`;
  const open =
    reopened.length === 0
      ? ''
      : `, and ${inWords(reopened.length)} said not to apply ${reopened.length === 1 ? 'becomes' : 'become'} unanswered, with the reason kept as a note`;
  return `Moving deletes nothing. ${capitalised(flags)}${open}.`;
}
