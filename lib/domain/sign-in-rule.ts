import type { MemberRole } from './vocabulary';

/** How members of an organisation have to come in. */
export type SignInRule = { providerOnly: boolean; maxHours: number | null };

export type Barred = keyof typeof BARRED;

/** What somebody reads who has to sign in again for an organisation. */
export const BARRED = {
  provider: 'This organisation is open by single sign-on alone. Sign in by it to go on.',
  age: 'You signed in longer ago than this organisation allows. Sign in again to go on.',
} as const;

type Arrival = { method: 'password' | 'oidc'; since: Date; role: MemberRole | null };

const HOUR_MS = 3_600_000;

/**
 * Why this session does not do; `null` where it does. Owners may always come in by their password, so that somebody can still change the
 * rule when the provider fails.
 */
export function barredBy(
  { providerOnly, maxHours }: SignInRule,
  { method, since, role }: Arrival,
  now: Date,
): Barred | null {
  if (providerOnly && method !== 'oidc' && role !== 'owner') return 'provider';
  return maxHours !== null && now.getTime() - since.getTime() > maxHours * HOUR_MS ? 'age' : null;
}
