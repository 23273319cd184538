import type { Metadata } from 'next';
import { requireMember } from '@/lib/auth/actor';

export const metadata: Metadata = { title: 'Glossary' };

export default async function GlossaryPage({ params }: PageProps<'/[org]/library/glossary'>) {
  const { org: slug } = await params;
  const { ctx } = await requireMember({ org: slug, anywhere: true }, 'org.read', `/${slug}/library/glossary`);
  return (
    <>
      <h1 className="mb-6 text-xl">Glossary</h1>
      <dl className="divide-line max-w-3xl divide-y">
        {ctx.content.glossary.map(({ id, term, meaning }) => (
          <div
            key={id}
            id={id}
            className="target:bg-sunken grid gap-x-6 py-2 sm:grid-cols-[14rem_minmax(0,1fr)]"
          >
            <dt className="font-medium">{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
