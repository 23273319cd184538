import type { Metadata } from 'next';
import { mailConfigured } from '@/lib/mail';
import { NO_MAIL } from '@/lib/users/reset-password';
import { Link } from '../../ui/link';
import { AskForm } from './ask-form';

export const metadata: Metadata = { title: 'Forgotten password' };

export default function PasswordPage() {
  return (
    <div className="mx-auto max-w-sm space-y-6 py-8">
      <h1 className="text-xl">Forgotten your password?</h1>
      {mailConfigured() ? (
        <>
          <p className="text-quiet">
            A link is mailed to the address of your account. It works once, within an hour.
          </p>
          <AskForm />
        </>
      ) : (
        <p>{NO_MAIL}</p>
      )}
      <p className="text-sm">
        <Link href="/signin" className="link">
          Back to signing in
        </Link>
      </p>
    </div>
  );
}
