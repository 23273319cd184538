import type { Metadata } from 'next';
import { Link } from '../../../ui/link';
import { CodeForm } from './code-form';

export const metadata: Metadata = { title: 'Enter a code' };

/** The second step of signing in. Says the same to somebody who never took the first: the code is checked with what the browser kept. */
export default async function CodePage({ searchParams }: PageProps<'/signin/code'>) {
  const { to } = await searchParams;
  return (
    <div className="mx-auto max-w-sm space-y-6 py-8">
      <h1 className="text-xl">Enter a code</h1>
      <p className="text-quiet">
        Your password fits. This account also asks for the code that your app shows now.
      </p>
      <CodeForm to={typeof to === 'string' ? to : '/'} />
      <p className="text-sm">
        <Link href="/signin" className="link">
          Begin again with your password
        </Link>
      </p>
    </div>
  );
}
