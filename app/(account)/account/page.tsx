import type { Metadata } from 'next';
import { requirePerson } from '@/lib/auth/actor';
import { providerName } from '@/lib/auth/provider';
import { PROVIDER_REFUSALS } from '@/lib/domain/provider-sign-in';
import { mailConfigured } from '@/lib/mail';
import { providerState } from '@/lib/users/connect-provider';
import { deletionState } from '@/lib/users/delete-account';
import { listSessions } from '@/lib/users/sessions';
import { secondFactorState } from '@/lib/users/set-up-second-factor';
import { buttonClass } from '../../ui/button';
import { Link } from '../../ui/link';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/section';
import { VerifyNotice } from '../../_verify/verify-notice';
import { Deletion } from './_parts/deletion';
import { EmailForm } from './_parts/email-form';
import { NameForm } from './_parts/name-form';
import { PasswordForm } from './_parts/password-form';
import { Provider } from './_parts/provider';
import { Sessions } from './_parts/sessions';

export const metadata: Metadata = { title: 'Your account' };

/** What a change that left this page has done, by the query. */
const DONE: Record<string, string> = {
  name: 'Your name is saved.',
  password: 'Your password is changed. All other sessions were ended.',
  sessions: 'Ended.',
  off: 'Codes are not asked for any more.',
  confirmed: 'The address is confirmed.',
  deleted: 'Your account is to be deleted. All other sessions were ended.',
  kept: 'Your account stays.',
  connected: 'Connected. You are signed in by the provider now, and may do so from now on.',
  disconnected: 'The provider does not let anybody into this account any more.',
};

export default async function AccountPage({ searchParams }: PageProps<'/account'>) {
  const ctx = await requirePerson('/account');
  const { person } = ctx;
  const [sessions, factor, connected, deletion] = await Promise.all([
    listSessions(ctx),
    secondFactorState(ctx),
    providerState(ctx),
    deletionState(ctx),
  ]);
  const provider = providerName();
  const query = await searchParams;
  const said = Object.keys(DONE).find((name) => query[name] === '1');
  return (
    <>
      <VerifyNotice person={person} />
      <h1 className="mb-4 text-xl">Your account</h1>
      {said !== undefined && (
        <div role="status" className="mb-6">
          <Notice>{DONE[said]}</Notice>
        </div>
      )}
      {query['refused'] === 'elsewhere' && (
        <div className="mb-6">
          <Notice kind="warn">{PROVIDER_REFUSALS.elsewhere}</Notice>
        </div>
      )}
      <Section title="Name">
        <NameForm name={person.name} />
      </Section>
      <Section title="E-mail address">
        <p className="mb-4 wrap-anywhere">
          <span className="font-medium">{person.email}</span>{' '}
          <span className="text-quiet text-sm">{person.verified ? 'confirmed' : 'not confirmed'}</span>
        </p>
        {mailConfigured() ? (
          <EmailForm />
        ) : (
          <p className="text-quiet text-sm">
            This installation sends no mail, and a new address is confirmed by one. Ask whoever runs it to
            change yours.
          </p>
        )}
      </Section>
      <Section title="Password">
        <PasswordForm email={person.email} />
      </Section>
      <Section title="Codes at sign-in">
        <p className="mb-4 max-w-prose">
          {factor.state === 'on'
            ? `On: after the password a code of your app is asked for. ${factor.recoveryCodesLeft} of 10 recovery codes are left.`
            : 'Off: your password alone opens the account. With an app that shows codes, a stolen password opens nothing.'}
        </p>
        <Link href="/account/codes" className="link">
          {factor.state === 'on' ? 'Turn them off' : 'Set up codes'}
        </Link>
      </Section>
      {provider !== null && (
        <Section title="Single sign-on">
          <Provider name={provider} {...connected} />
        </Section>
      )}
      <Section title="Where you are signed in">
        <Sessions entries={sessions} />
      </Section>
      <Section title="Your data">
        <p className="mb-4 max-w-prose">
          What is kept about you, as JSON: your account, where you are signed in, the organisations you belong
          to, and what you answered, where and when.
        </p>
        <a href="/account/data" className={buttonClass()} download>
          Download your data
        </a>
      </Section>
      <Section title="Delete account">
        <Deletion email={person.email} {...deletion} />
      </Section>
    </>
  );
}
