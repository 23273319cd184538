import type { Metadata } from 'next';
import { NO_SIGN_UP, signUpRule } from '@/lib/users/sign-up-rule';
import { Link } from '../../ui/link';
import { Notice } from '../../ui/notice';
import { BUSY } from '../_busy';
import { SignUpForm } from './sign-up-form';

export const metadata: Metadata = { title: 'Create an account' };

export default async function SignUpPage({ searchParams }: PageProps<'/signup'>) {
  const { kept, refused } = await searchParams;
  const answers = typeof kept === 'string' ? kept : undefined;
  const refusal = NO_SIGN_UP[signUpRule()];
  return (
    <div className="mx-auto max-w-md space-y-6 py-8">
      <h1 className="text-xl">Create an account</h1>
      {refused === 'busy' && <Notice kind="warn">{BUSY}</Notice>}
      {refusal === null ? (
        <>
          <p className="text-quiet">
            You start an organisation with its first team. Others can join later; nobody outside the
            organisation sees an answer.
          </p>
          {answers !== undefined && (
            <Notice>Your answers come along and become the first assessment of the team.</Notice>
          )}
          <SignUpForm kept={answers} />
        </>
      ) : (
        <p>{refusal}</p>
      )}
      <p className="text-sm">
        There is an account already?{' '}
        <Link href="/signin" className="link">
          Sign in
        </Link>
      </p>
    </div>
  );
}
