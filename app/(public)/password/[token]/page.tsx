import type { Metadata } from 'next';
import { newContext } from '@/lib/context';
import { readLink } from '@/lib/users/secret-links';
import { OverLink } from '../../_over-link';
import { ResetForm } from './reset-form';

export const metadata: Metadata = { title: 'Set a new password' };

export default async function ResetPage({ params }: PageProps<'/password/[token]'>) {
  const { token } = await params;
  const read = await readLink(newContext(), 'reset-password', token);
  if (read === null) return <OverLink title="Set a new password" />;
  return (
    <div className="mx-auto max-w-sm space-y-6 py-8">
      <h1 className="text-xl">Set a new password</h1>
      <p className="text-quiet wrap-anywhere">
        For {read.link.email}. All sessions of the account end, and it is told by mail.
      </p>
      <ResetForm token={token} email={read.link.email} />
    </div>
  );
}
