import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { answeringView, type AnsweringView } from '@/lib/assessments/answering-view';
import { requireMember } from '@/lib/auth/actor';
import { openingPlace, placeOf, type Only } from '@/lib/domain/answering-place';
import { ownView, type OwnView } from '@/lib/gatherings/own-view';
import { peopleView, type PeopleView } from '@/lib/gatherings/people-view';
import { beginAloneAction, endAloneAction, ownAnswerAction } from './_alone/actions';
import { BlindScreen } from './_alone/blind-screen';
import { FirstScreen } from './_alone/first-screen';
import { OwnAnswering } from './_alone/own-answering';
import { Answering } from './_answering/answering';
import { titleOf } from './_answering/title';
import { NewerEditionNotice } from './_newer-edition';
import { AssessmentTabs } from './_tabs';
import { TalkNotice } from './_talk-notice';

type Props = PageProps<'/[org]/assessments/[id]'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { org, id } = await params;
  const { at, after, order, only } = await searchParams;
  const { view } = await screenOf(org, id, one(order), onlyOf(only));
  const place =
    placeOf(view.groups, { at: one(at) ?? null, after: one(after) ?? null }) ??
    openingPlace(
      view.groups,
      (id) => (view.answers[id]?.choice ?? null) !== null || view.inherited[id] !== undefined,
    );
  // Without the site's own description, which names every vendor.
  return { title: titleOf(view, place), description: `The answers of ${view.team.name}.` };
}

/** The shared answers; where each answers alone, one's own, or for who is not asked how far the others are. */
export default async function AnsweringPage({ params, searchParams }: Props) {
  const { org, id } = await params;
  const { order, only: chosen } = await searchParams;
  const screen = await screenOf(org, id, one(order), onlyOf(chosen));
  const { view } = screen;
  const { questionnaires } = view.assessment;
  const [only] = view.order === null ? (questionnaires.length === 1 ? questionnaires : []) : [view.order];
  const tabs = (
    <>
      {view.newer !== null && screen.kind === 'shared' && (
        <NewerEditionNotice newer={view.newer} base={`/${org}/assessments/${id}`} />
      )}
      {view.talks && <TalkNotice base={`/${org}/assessments/${id}`} />}
      <AssessmentTabs
        org={org}
        id={id}
        current="answers"
        questionnaires={only === undefined ? questionnaires : [only]}
        only={view.order ?? undefined}
      />
    </>
  );
  // Another order, or other questions, are another list, and begin anew.
  const key = `${view.order ?? 'domains'} ${view.mine?.only ?? ''}`;
  if (screen.kind === 'shared') return <Answering key={key} view={view} tabs={tabs} />;
  if (screen.kind === 'blind') return <BlindScreen org={org} id={id} people={screen.people} tabs={tabs} />;
  const fields = { org, id, respondent: screen.respondent };
  if (!screen.begun)
    return (
      <>
        {tabs}
        <FirstScreen view={view} begin={{ action: beginAloneAction, fields }} />
      </>
    );
  return (
    <OwnAnswering
      key={key}
      view={view}
      tabs={tabs}
      posting={{ action: ownAnswerAction, fields: { respondent: screen.respondent } }}
      ending={{ action: endAloneAction, fields }}
    />
  );
}

type Screen =
  | { kind: 'shared'; view: AnsweringView }
  | ({ kind: 'own' } & OwnView)
  | { kind: 'blind'; view: AnsweringView; people: PeopleView };

const screenOf = cache(
  async (slug: string, id: string, order: string | undefined, only: Only | undefined): Promise<Screen> => {
    const { ctx, org, person } = await requireMember(
      { org: slug, assessment: id },
      'org.read',
      `/${slug}/assessments/${id}`,
    );
    const own = await ownView(ctx, { id, order, only, org });
    if (own !== null) return { kind: 'own', ...own };
    const view = await answeringView(ctx, {
      ...{ id, order, only, org },
      person: { id: person.userId, name: person.name },
    });
    if (view === null) return notFound();
    const people = view.blind ? await peopleView(ctx, id) : null;
    return people === null ? { kind: 'shared', view } : { kind: 'blind', view, people };
  },
);

const one = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

const onlyOf = (value: string | string[] | undefined): Only | undefined =>
  value === 'mine' || value === 'all' ? value : undefined;
