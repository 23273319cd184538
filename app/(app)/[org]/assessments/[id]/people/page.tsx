import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { requireMember } from '@/lib/auth/actor';
import { WAY_WORDS } from '@/lib/domain/gathering-words';
import { dateText, plural } from '@/lib/domain/labels';
import { peopleView, type PeopleView } from '@/lib/gatherings/people-view';
import { buttonClass } from '../../../../../ui/button';
import { Link } from '../../../../../ui/link';
import { Notice } from '../../../../../ui/notice';
import { Section } from '../../../../../ui/section';
import { AssessmentTabs } from '../_tabs';
import { AskGuest } from './_parts/ask-guest';
import { AskInterview } from './_parts/ask-interview';
import { AskMembers } from './_parts/ask-members';
import { ByRole } from './_parts/by-role';
import { OpenAnswers } from './_parts/open-answers';
import { PeopleList } from './_parts/people-list';
import { WayForm } from './_parts/way-form';

export const metadata: Metadata = { title: 'People' };

const DONE: Record<string, string> = {
  set: 'How this is answered is saved.',
  interview: 'The interview is on the list.',
  removed: 'The person is no longer asked. What they answered is kept and not counted.',
  changed: 'What the person is asked is saved.',
  opened: 'The answers are opened. Nobody changes what they said alone any more.',
};

/** Whether an assessment is answered together or by each alone, who is asked, and how far they are. */
export default async function PeoplePage({
  params,
  searchParams,
}: PageProps<'/[org]/assessments/[id]/people'>) {
  const [{ org, id }, query] = await Promise.all([params, searchParams]);
  const { ctx } = await requireMember(
    { org, assessment: id },
    'org.read',
    `/${org}/assessments/${id}/people`,
  );
  const view = await peopleView(ctx, id);
  if (view === null) return notFound();
  const said = DONE[String(query['done'])];
  const open = view.status === 'draft' && view.opened === null;
  const of = { org, id };
  return (
    <>
      <h1 className="mb-4 text-xl break-words">
        {view.team} · {view.title}
      </h1>
      <AssessmentTabs org={org} id={id} current="people" questionnaires={view.questionnaires} />
      {said !== undefined && (
        <div className="mb-6" role="status">
          <Notice>{said}</Notice>
        </div>
      )}
      {view.mayGather && view.opened !== null && (
        <p className="mb-6">
          <Link href={`/${org}/assessments/${id}/discuss` as Route} className={buttonClass('primary')}>
            What people said, and what you agree on
          </Link>
        </p>
      )}
      <Section title="How it is answered">
        {view.mayGather && open ? <WayForm of={of} view={view} /> : <Way view={view} />}
      </Section>
      <Section title="Who is asked" aside={doneWords(view)}>
        <PeopleList of={of} view={view} />
      </Section>
      {view.mayGather && open && (
        <>
          {view.people.length > 0 && (
            <Section title="Who is asked what">
              <ByRole of={of} />
            </Section>
          )}
          <Section title="Ask members">
            <AskMembers of={of} others={view.others} mails={view.mails} />
          </Section>
          {view.settings.way === 'alone' && (
            <>
              <Section title="Ask a guest">
                <AskGuest of={of} allowed={view.settings.guests} />
              </Section>
              <Section title="Interview somebody">
                <AskInterview of={of} />
              </Section>
              <Section title="Open the answers">
                <OpenAnswers of={of} view={view} />
              </Section>
            </>
          )}
        </>
      )}
    </>
  );
}

function doneWords({ people }: PeopleView): string {
  if (people.length === 0) return '';
  return `${people.filter(({ done }) => done).length} of ${plural(people.length, 'person', 'people')} done`;
}

/** The way as it stands, for who does not choose it or where it no longer changes. */
function Way({ view: { settings, opened } }: { view: PeopleView }) {
  const { title, words } = WAY_WORDS[settings.way];
  return (
    <div className="max-w-prose space-y-2">
      <p>
        <b>{title}.</b> {words}
      </p>
      {settings.way === 'alone' && (
        <p className="text-quiet text-sm">
          Facilitators {settings.named ? 'see' : 'do not see'} the names of who said what
          {settings.dueOn === null ? '' : ` · due ${dateText(settings.dueOn)}`}
        </p>
      )}
      {opened !== null && (
        <p>
          {opened.by} opened the answers on {dateText(opened.at)}.
        </p>
      )}
    </div>
  );
}
