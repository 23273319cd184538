import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requirePerson } from '@/lib/auth/actor';
import { providerName, providerStart } from '@/lib/auth/provider';
import { buttonClass } from '../../../ui/button';

export const metadata: Metadata = { title: 'Connect single sign-on' };

/** The last step before the provider: a link, as forms lead to no other site. */
export default async function ConnectPage() {
  await requirePerson('/account/connect');
  const name = providerName();
  if (name === null) notFound();
  return (
    <>
      <h1 className="mb-4 text-xl">Connect {name}</h1>
      <p className="mb-4 max-w-prose">
        Sign in there as yourself within ten minutes. You come back here, and the two are connected.
      </p>
      <a href={providerStart('/account')} className={buttonClass('primary')}>
        Go on to {name}
      </a>
    </>
  );
}
