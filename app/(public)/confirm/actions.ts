'use server';

import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { signedIn } from '@/lib/auth/session';
import { changeEmail } from '@/lib/users/change-email';
import { linkInput, verifyEmail } from '@/lib/users/verify-email';

/** Mails are often opened on another device than the one that is signed in. */
const goOn = async () =>
  redirect((await signedIn()) === null ? '/signin?confirmed=1' : '/account?confirmed=1');

export const verifyAction = action({ for: 'anyone', input: linkInput, run: verifyEmail, then: goOn });

export const changeEmailAction = action({ for: 'anyone', input: linkInput, run: changeEmail, then: goOn });
