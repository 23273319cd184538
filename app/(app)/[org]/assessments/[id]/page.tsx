import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { answeringView, type AnsweringView } from '@/lib/assessments/answering-view';
import { requireMember } from '@/lib/auth/actor';
import { openingPlace, placeOf } from '@/lib/domain/answering-place';
import { Answering } from './_answering/answering';
import { titleOf } from './_answering/title';
import { NewerEditionNotice } from './_newer-edition';
import { AssessmentTabs } from './_tabs';

type Props = PageProps<'/[org]/assessments/[id]'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { org, id } = await params;
  const { at, after, order } = await searchParams;
  const view = await viewOf(org, id, one(order));
  const place =
    placeOf(view.groups, { at: one(at) ?? null, after: one(after) ?? null }) ??
    openingPlace(
      view.groups,
      (id) => (view.answers[id]?.choice ?? null) !== null || view.inherited[id] !== undefined,
    );
  // Without the site's own description, which names every vendor.
  return { title: titleOf(view, place), description: `The answers of ${view.team.name}.` };
}

export default async function AnsweringPage({ params, searchParams }: Props) {
  const { org, id } = await params;
  const { order } = await searchParams;
  const view = await viewOf(org, id, one(order));
  const { questionnaires } = view.assessment;
  const [only] = view.order === null ? (questionnaires.length === 1 ? questionnaires : []) : [view.order];
  return (
    <Answering
      // Another order is another list of questions, and begins anew.
      key={view.order ?? 'domains'}
      view={view}
      tabs={
        <>
          {view.newer !== null && (
            <NewerEditionNotice newer={view.newer} base={`/${org}/assessments/${id}`} />
          )}
          <AssessmentTabs
            org={org}
            id={id}
            current="answers"
            questionnaires={only === undefined ? questionnaires : [only]}
            only={view.order ?? undefined}
          />
        </>
      }
    />
  );
}

const viewOf = cache(async (slug: string, id: string, order: string | undefined): Promise<AnsweringView> => {
  const { ctx, org, person } = await requireMember(
    { org: slug, assessment: id },
    'org.read',
    `/${slug}/assessments/${id}`,
  );
  const view = await answeringView(ctx, {
    id,
    order,
    org,
    person: { id: person.userId, name: person.name },
  });
  return view ?? notFound();
});

const one = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;
