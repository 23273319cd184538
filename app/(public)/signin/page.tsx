import type { Metadata } from 'next';
import { providerName, providerStart } from '@/lib/auth/provider';
import { PROVIDER_REFUSALS } from '@/lib/domain/provider-sign-in';
import { BARRED } from '@/lib/domain/sign-in-rule';
import { signUpRule } from '@/lib/users/sign-up-rule';
import { buttonClass } from '../../ui/button';
import { Link } from '../../ui/link';
import { Notice } from '../../ui/notice';
import { BUSY } from '../_busy';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

/** What happened before somebody came here, by the query. */
const BEFORE: Record<string, string> = {
  over: 'That sign-in is over: five codes were wrong, or it took longer than ten minutes. Begin again with your password.',
  reset: 'Your new password is set, and all sessions were ended. Sign in with it.',
  confirmed: 'The address is confirmed. Sign in with it.',
};

const FAILED =
  'Single sign-on did not work: what came back from the provider could not be checked. Try again.';
const NOT_REACHED = 'Single sign-on does not work at the moment: the provider could not be reached.';

/** Why somebody was not let in, or has to sign in again; next-auth says `error`, and names what it met. */
function whyNot({
  refused,
  error,
  again,
}: Record<string, string | string[] | undefined>): string | undefined {
  const words: Record<string, string> = { ...PROVIDER_REFUSALS, busy: BUSY };
  if (typeof refused === 'string' && Object.hasOwn(words, refused)) return words[refused];
  const barred: Record<string, string> = BARRED;
  if (typeof again === 'string' && Object.hasOwn(barred, again)) return barred[again];
  if (error === undefined) return undefined;
  return error === 'OAuthSignin' ? NOT_REACHED : FAILED;
}

export default async function SignInPage({ searchParams }: PageProps<'/signin'>) {
  const { to, ...query } = await searchParams;
  const before = Object.keys(BEFORE).find((name) => query[name] === '1');
  const there = typeof to === 'string' ? to : '/';
  const [provider, refused] = [providerName(), whyNot(query)];
  return (
    <div className="mx-auto max-w-sm space-y-6 py-8">
      <h1 className="text-xl">Sign in</h1>
      {before !== undefined && <Notice>{BEFORE[before]}</Notice>}
      {refused !== undefined && <Notice kind="warn">{refused}</Notice>}
      {provider !== null && (
        <>
          {/* No `Link`: it would begin before it is followed. */}
          <a href={providerStart(there)} className={buttonClass()}>
            Sign in with {provider}
          </a>
          <p className="text-quiet text-sm">Or with a password:</p>
        </>
      )}
      <SignInForm to={there} />
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
