import { isSecure } from '@/lib/auth/options';

/** The pass after a right code; it is sent to the address of its link alone. */
export const passCookie = (): string => `${isSecure() ? '__Secure-' : ''}rungs-share`;
