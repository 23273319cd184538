import type { Metadata } from 'next';
import { signUpRule } from '@/lib/users/sign-up-rule';
import { Link } from '../../ui/link';
import { Notice } from '../../ui/notice';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

/** What happened before somebody came here, by the query. */
const BEFORE: Record<string, string> = {
  over: 'That sign-in is over: five codes were wrong, or it took longer than ten minutes. Begin again with your password.',
  reset: 'Your new password is set, and all sessions were ended. Sign in with it.',
  confirmed: 'The address is confirmed. Sign in with it.',
};

export default async function SignInPage({ searchParams }: PageProps<'/signin'>) {
  const { to, ...query } = await searchParams;
  const before = Object.keys(BEFORE).find((name) => query[name] === '1');
  return (
    <div className="mx-auto max-w-sm space-y-6 py-8">
      <h1 className="text-xl">Sign in</h1>
      {before !== undefined && <Notice>{BEFORE[before]}</Notice>}
      <SignInForm to={typeof to === 'string' ? to : '/'} />
      <p className="text-sm">
        <Link href="/password" className="link">
          Forgotten your password?
        </Link>
      </p>
      {signUpRule() === 'open' && (
        <p className="text-sm">
          No account yet?{' '}
          <Link href="/signup" className="link">
            Create one
          </Link>
        </p>
      )}
    </div>
  );
}
