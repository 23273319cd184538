import type { Route } from 'next';
import type { ReactNode } from 'react';
import { memberOf } from '@/lib/auth/actor';
import { keepsClients } from '@/lib/clients/keeps-clients';
import { confinedTo } from '@/lib/domain/policy';
import { organisationsOf } from '@/lib/orgs/organisations-of';
import { version } from '@/lib/version';
import { VerifyNotice } from '../../_verify/verify-notice';
import { DeletionNotice } from '../../_deletion/deletion-notice';
import { Footer } from '../../ui/footer';
import { Header } from '../../ui/header';
import { Link } from '../../ui/link';
import { Find } from './_find/find';
import { LeavingNotice } from './_leaving';

/** The frame of an organisation's pages. Each page asks for itself who may see it; a layout is not rendered anew on every way in. */
export default async function OrgLayout({ children, params }: LayoutProps<'/[org]'>) {
  const { org: slug } = await params;
  const member = await memberOf(slug);
  const others =
    member === null ? [] : (await organisationsOf(member.ctx)).filter((org) => org.slug !== slug);
  return (
    <>
      <Header person={member?.person.name}>
        {member !== null && (
          <OrgNavigation
            slug={slug}
            name={member.org.name}
            others={others}
            clients={await keepsClients(member)}
            whole={confinedTo(member.grants) === null}
          />
        )}
      </Header>
      <main id="main" className="mx-auto w-full max-w-6xl px-4 pt-6 pb-16 sm:px-6">
        {member !== null && <VerifyNotice person={member.person} />}
        {member !== null && <DeletionNotice person={member.person} />}
        {member !== null && <LeavingNotice member={member} />}
        {children}
      </main>
      <Footer {...version()} />
    </>
  );
}

function OrgNavigation({
  slug,
  name,
  others,
  clients,
  whole,
}: {
  slug: string;
  name: string;
  others: { slug: string; name: string }[];
  /** Whether it is a firm whose clients this person keeps. */
  clients: boolean;
  /** Whether this person has a role in the whole organisation; rounds and settings are its own. */
  whole: boolean;
}): ReactNode {
  return (
    <nav aria-label="Organisation" className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <Link href={`/${slug}` as Route} className="font-medium hover:underline">
        {name}
      </Link>
      {others.length > 0 && (
        <details className="sm:relative">
          <summary className="text-quiet hover:bg-sunken flex min-h-8 list-none items-center rounded-md px-2">
            Switch ▾
          </summary>
          <ul className="border-border bg-raised absolute z-10 mt-1 rounded-md border p-1 max-sm:inset-x-4 sm:left-0 sm:w-64">
            {others.map((org) => (
              <li key={org.slug}>
                <Link href={`/${org.slug}` as Route} className="hover:bg-sunken block rounded-sm px-3 py-2">
                  {org.name}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Link href={`/${slug}/waiting` as Route} className="text-quiet hover:underline">
        For you
      </Link>
      <Link href={`/${slug}/teams` as Route} className="text-quiet hover:underline">
        Teams
      </Link>
      {whole && (
        <Link href={`/${slug}/rounds` as Route} className="text-quiet hover:underline">
          Rounds
        </Link>
      )}
      {clients && (
        <Link href={`/${slug}/clients` as Route} className="text-quiet hover:underline">
          Clients
        </Link>
      )}
      <Link href={`/${slug}/library` as Route} className="text-quiet hover:underline">
        Library
      </Link>
      {whole && (
        <Link href={`/${slug}/settings` as Route} className="text-quiet hover:underline">
          Settings
        </Link>
      )}
      <Find org={slug} />
    </nav>
  );
}
