import type { Metadata } from 'next';
import { requirePerson } from '@/lib/auth/actor';
import { secondFactorState } from '@/lib/users/set-up-second-factor';
import { Link } from '../../../ui/link';
import { BeginForm } from './begin-form';
import { ConfirmForm } from './confirm-form';
import { QrCode } from './qr-code';
import { TurnOffForm } from './turn-off-form';

export const metadata: Metadata = { title: 'Codes at sign-in' };

export default async function CodesPage() {
  const factor = await secondFactorState(await requirePerson('/account/codes'));
  return (
    <>
      <p className="mb-2 text-sm">
        <Link href="/account" className="link">
          Your account
        </Link>
      </p>
      <h1 className="mb-4 text-xl">Codes at sign-in</h1>
      {factor.state === 'off' && <BeginForm />}
      {/* The same form while codes are waited for and once they are on, as its answer shows the recovery codes. */}
      <ConfirmForm waiting={factor.state === 'waiting'}>
        {factor.state === 'waiting' && (
          <div className="max-w-prose space-y-4">
            <p>
              Add the account to an app that shows codes, by this picture or by the letters below it. Codes
              count from the first one that you enter here.
            </p>
            <QrCode text={factor.address} says="The secret below as a picture, for the camera of an app" />
            <p>
              Secret to type:{' '}
              <code className="font-mono wrap-anywhere select-all">
                {factor.secret.replaceAll(/.{4}(?=.)/g, '$& ')}
              </code>
            </p>
          </div>
        )}
      </ConfirmForm>
      {factor.state === 'on' && (
        <>
          <p className="mb-4 max-w-prose">
            On: after the password a code of your app is asked for. {factor.recoveryCodesLeft} of 10 recovery
            codes are left; for new ones, turn codes off and set them up again.
          </p>
          <TurnOffForm />
        </>
      )}
    </>
  );
}
