import 'server-only';
import { env } from '../env';
import { sendMail, type Mailed } from '../mail';

/** Every mail about an account: short, plain, from where, and what to do where one did not ask for it. */

const site = (): string => new URL(env().NEXTAUTH_URL).origin;

const mail = (to: string, subject: string, paragraphs: string[]): Promise<Mailed> =>
  sendMail({ to, subject, text: `${paragraphs.join('\n\n')}\n\nRungs at ${site()}\n` });

export const mailVerification = (to: string, link: string): Promise<Mailed> =>
  mail(to, 'Confirm your e-mail address', [
    `Somebody made an account at ${site()} with this address. If it was you, confirm the address here within three days:`,
    link,
    'If it was not you, do nothing: the address stays unconfirmed, and the link ends by itself.',
  ]);

export const mailReset = (to: string, link: string): Promise<Mailed> =>
  mail(to, 'Set a new password', [
    `A new password was asked for at ${site()} for the account with this address. Set it here within an hour:`,
    link,
    'If you did not ask for it, do nothing: your password stays as it is, and the link ends by itself.',
  ]);

export const mailPasswordChanged = (to: string): Promise<Mailed> =>
  mail(to, 'Your password was changed', [
    `The password of your account at ${site()} was changed just now, and all other sessions were ended.`,
    `If it was not you, set another one at once: ${site()}/password`,
  ]);

export const mailNewAddress = (to: string, link: string): Promise<Mailed> =>
  mail(to, 'Confirm your new e-mail address', [
    `This address was entered for an account at ${site()}. From now on you sign in with it, once you confirm it here within an hour:`,
    link,
    'If you did not ask for it, do nothing: the account keeps the address that it has.',
  ]);

export const mailAddressChanged = (to: string): Promise<Mailed> =>
  mail(to, 'Your e-mail address was changed', [
    `Your account at ${site()} has another e-mail address from now on. Nothing of it is mailed to this one any more.`,
    'If it was not you, tell whoever runs this installation: they can end all sessions and set the account right.',
  ]);

export const mailSecondFactor = (to: string, turned: 'on' | 'off'): Promise<Mailed> =>
  mail(to, `Sign-in with a code was turned ${turned}`, [
    turned === 'on'
      ? `From now on your account at ${site()} asks for a code of your app after the password.`
      : `Your account at ${site()} asks for the password alone from now on.`,
    `If it was not you, change your password at once: ${site()}/password`,
  ]);

export const mailAccountDeletion = (to: string, on: string): Promise<Mailed> =>
  mail(to, 'Your account is to be deleted', [
    `Your account at ${site()} is deleted on ${on}, as was asked there just now. All other sessions were ended.`,
    `Until then you can sign in and keep it: ${site()}/account`,
    `If it was not you, do so, and change your password at once: ${site()}/password`,
  ]);
