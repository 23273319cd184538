import type { Metadata, Route } from 'next';
import { requireMember } from '@/lib/auth/actor';
import { Link } from '../../../../ui/link';
import { Section } from '../../../../ui/section';

export const metadata: Metadata = { title: 'Roles' };

export default async function RolesPage({ params }: PageProps<'/[org]/library/roles'>) {
  const { org: slug } = await params;
  const { ctx } = await requireMember({ org: slug, anywhere: true }, 'org.read', `/${slug}/library/roles`);
  const { roles, capabilities } = ctx.content;
  return (
    <>
      <h1 className="mb-6 text-xl">Roles</h1>
      {roles.map(({ id, title, aliases, category, duties, upskilling }) => {
        const leads = capabilities.filter((capability) => capability.roles.lead.includes(id));
        return (
          <Section key={id} id={id} title={title} aside={category}>
            <div className="max-w-prose space-y-3">
              {aliases.length > 0 && <p className="text-quiet text-sm">Also called {aliases.join(', ')}</p>}
              <ul className="list-disc pl-5">
                {duties.map((duty) => (
                  <li key={duty}>{duty}</li>
                ))}
              </ul>
              {leads.length > 0 && (
                <p className="text-sm">
                  Leads{' '}
                  {leads.map((capability, index) => (
                    <span key={capability.id}>
                      {index > 0 && ', '}
                      <Link href={`/${slug}/library/capabilities/${capability.id}` as Route} className="link">
                        {capability.title}
                      </Link>
                    </span>
                  ))}
                </p>
              )}
              {upskilling.length > 0 && (
                <p className="text-quiet text-sm">
                  Learn: {upskilling.map((each) => `${each.title} (${each.publisher})`).join('; ')}
                </p>
              )}
            </div>
          </Section>
        );
      })}
    </>
  );
}
