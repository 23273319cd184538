import type { Metadata } from 'next';
import { Link } from '../../ui/link';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: PageProps<'/signin'>) {
  const { to } = await searchParams;
  return (
    <div className="mx-auto max-w-sm space-y-6 py-8">
      <h1 className="text-xl">Sign in</h1>
      <SignInForm to={typeof to === 'string' ? to : '/'} />
      <p className="text-sm">
        No account yet?{' '}
        <Link href="/signup" className="link">
          Create one
        </Link>
      </p>
    </div>
  );
}
