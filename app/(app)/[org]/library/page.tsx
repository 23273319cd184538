import type { Metadata, Route } from 'next';
import { requireMember } from '@/lib/auth/actor';
import { Link } from '../../../ui/link';
import { Section } from '../../../ui/section';
import { Vendor } from '../../../ui/vendor';
import { OnPaper } from '../_on-paper';

export const metadata: Metadata = { title: 'Library' };

/** The content as pages; names only the vendors by which the organisation is measured. */
export default async function LibraryPage({ params }: PageProps<'/[org]/library'>) {
  const { org: slug } = await params;
  const { org, ctx } = await requireMember({ org: slug, anywhere: true }, 'org.read', `/${slug}/library`);
  const { content } = ctx;
  const base = `/${slug}/library`;
  const others = [
    { path: 'roles', title: 'Roles', says: `${content.roles.length} roles with duties and ways to learn` },
    { path: 'tools', title: 'Tools', says: `${content.tools.length} tools by platform and capability` },
    { path: 'glossary', title: 'Glossary', says: `${content.glossary.length} terms in one sentence each` },
  ];
  return (
    <>
      <h1 className="mb-6 text-xl">Library</h1>
      <Section title="Maturity models">
        <ul className="grid gap-4 sm:grid-cols-3">
          {org.questionnaires.map((id) => (
            <li key={id}>
              <Link href={`${base}/models/${id}` as Route} className="link font-medium">
                <Vendor id={id} />
              </Link>
              <p className="text-quiet text-sm">
                {content.models[id].title}, {content.models[id].criteria.length} statements
              </p>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Capabilities" aside={`${content.capabilities.length} ladders of five rungs`}>
        <div className="gap-x-10 sm:columns-2 lg:columns-3">
          {content.lifecycle.domains.map(({ id, title, capabilities }) => (
            <div key={id} className="mb-6 break-inside-avoid">
              <h3 className="mb-1 text-base">{title}</h3>
              <ul>
                {capabilities.map((capability) => (
                  <li key={capability} className="py-0.5">
                    <Link href={`${base}/capabilities/${capability}` as Route} className="link">
                      {content.capabilities.find((each) => each.id === capability)?.title}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </Section>
      <Section title="On paper (PDF)" aside="the blank questionnaire, to fill in by hand">
        <OnPaper org={slug} questionnaires={org.questionnaires} />
      </Section>
      <Section title="Beside the ladders">
        <ul className="grid gap-4 sm:grid-cols-3">
          {others.map(({ path, title, says }) => (
            <li key={path}>
              <Link href={`${base}/${path}` as Route} className="link font-medium">
                {title}
              </Link>
              <p className="text-quiet text-sm">{says}</p>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
