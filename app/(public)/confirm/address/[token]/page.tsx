import type { Metadata } from 'next';
import { newContext } from '@/lib/context';
import { readLink } from '@/lib/users/secret-links';
import { OverLink } from '../../../_over-link';
import { ConfirmForm } from '../../confirm-form';
import { verifyAction } from '../../actions';

export const metadata: Metadata = { title: 'Confirm your address' };

/** Opening it changes nothing, as programs open links in mails too; the button does. */
export default async function VerifyPage({ params }: PageProps<'/confirm/address/[token]'>) {
  const { token } = await params;
  const read = await readLink(newContext(), 'verify-email', token);
  if (read === null) return <OverLink title="Confirm your address" />;
  return (
    <div className="mx-auto max-w-md space-y-6 py-8">
      <h1 className="text-xl">Confirm your address</h1>
      <p className="wrap-anywhere">
        <span className="font-medium">{read.link.email}</span>
      </p>
      <p className="text-quiet">Mails about your account go there.</p>
      <ConfirmForm action={verifyAction} token={token} button="Confirm this address" />
    </div>
  );
}
