import type { Metadata } from 'next';
import { newContext } from '@/lib/context';
import { readLink } from '@/lib/users/secret-links';
import { OverLink } from '../../../_over-link';
import { ConfirmForm } from '../../confirm-form';
import { changeEmailAction } from '../../actions';

export const metadata: Metadata = { title: 'Confirm your new address' };

/** Opening it changes nothing, as programs open links in mails too; the button does. */
export default async function NewAddressPage({ params }: PageProps<'/confirm/new-address/[token]'>) {
  const { token } = await params;
  const read = await readLink(newContext(), 'change-email', token);
  if (read === null) return <OverLink title="Confirm your new address" />;
  return (
    <div className="mx-auto max-w-md space-y-6 py-8">
      <h1 className="text-xl">Confirm your new address</h1>
      <p className="wrap-anywhere">
        <span className="font-medium">{read.link.email}</span>
      </p>
      <p className="text-quiet">From now on you sign in with it. The address before is told.</p>
      <ConfirmForm action={changeEmailAction} token={token} button="Take this address" />
    </div>
  );
}
