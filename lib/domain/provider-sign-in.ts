/** What the provider says of whoever signed in there, read from its claims. */
export type ProviderClaims = {
  issuer: string;
  subject: string;
  /** In the form in which addresses are stored; `null` where none was sent, or none that an account here may have. */
  email: string | null;
  /** Whether the provider says that the address is this person's. */
  emailVerified: boolean;
  name: string | null;
  /** `null` where the provider did not say which, as there were too many for its token. */
  groups: readonly string[] | null;
};

export type ProviderDecision =
  | { kind: 'enter'; userId: string }
  | { kind: 'connect'; userId: string }
  | { kind: 'create'; email: string }
  | { kind: 'refuse'; because: ProviderRefusal };

export type ProviderRefusal = keyof typeof PROVIDER_REFUSALS;

/** Why nobody was let in, and what to do. */
export const PROVIDER_REFUSALS = {
  taken:
    'There is an account with your address already. Sign in with its password, then choose “Connect” at your account, so that nobody else gets into it.',
  'no-address':
    'The provider did not send an e-mail address that an account here can have. Ask whoever runs it to send yours.',
  unverified:
    'The provider does not say that your e-mail address is confirmed. Confirm it there, or ask whoever runs it.',
  closed: 'No new accounts are made here. Ask whoever runs this installation if you need one.',
  elsewhere: 'That identity of the provider enters another account here, so it was not connected to yours.',
} as const;

type Situation = {
  claims: Pick<ProviderClaims, 'email' | 'emailVerified'>;
  /** The account that this identity enters already. */
  known: string | null;
  /** The account that has the address. */
  holder: string | null;
  /** Who is signed in, and asked for the identity to enter their account from now on. */
  connecting: string | null;
  /** Whether this installation makes accounts at all. */
  mayCreate: boolean;
};

/**
 * Whom an identity of the provider lets in. An account is never taken over because it has the same address: who runs the provider, or got an
 * address there that once was another's, would get into it. Its person connects the two while signed in.
 */
export function decideProviderSignIn({
  claims,
  known,
  holder,
  connecting,
  mayCreate,
}: Situation): ProviderDecision {
  const refuse = (because: ProviderRefusal): ProviderDecision => ({ kind: 'refuse', because });
  if (connecting !== null && known === null) return { kind: 'connect', userId: connecting };
  if (connecting !== null && known !== connecting) return refuse('elsewhere');
  if (known !== null) return { kind: 'enter', userId: known };
  if (claims.email === null) return refuse('no-address');
  if (!claims.emailVerified) return refuse('unverified');
  if (holder !== null) return refuse('taken');
  return mayCreate ? { kind: 'create', email: claims.email } : refuse('closed');
}
