import { cookies } from 'next/headers';
import { isSecure } from '@/lib/auth/options';
import { SECOND_STEP_SECONDS } from '@/lib/auth/second-step';

/** The right password, kept in the browser until the code is entered; it is sent to the pages of signing in alone. */
const name = (): string => `${isSecure() ? '__Secure-' : ''}rungs-second-step`;
const path = '/signin';

export const keptSecondStep = async (): Promise<string | undefined> => (await cookies()).get(name())?.value;

export async function keepSecondStep(step: string): Promise<void> {
  (await cookies()).set(name(), step, {
    httpOnly: true,
    sameSite: 'strict',
    path,
    secure: isSecure(),
    maxAge: SECOND_STEP_SECONDS,
  });
}

export async function dropSecondStep(): Promise<void> {
  (await cookies()).delete({ name: name(), path });
}
