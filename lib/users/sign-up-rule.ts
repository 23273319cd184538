import 'server-only';
import { env, type Env } from '../env';

export type SignUpRule = 'open' | 'invite' | 'closed';

/**
 * Who may make an account by themselves. Where nothing is said an installation takes nobody whom it did not invite, except while it is
 * developed or tested; the demo says `open`.
 */
export function signUpRule({ SIGNUP, NODE_ENV }: Pick<Env, 'SIGNUP' | 'NODE_ENV'> = env()): SignUpRule {
  return SIGNUP ?? (NODE_ENV === 'development' || NODE_ENV === 'test' ? 'open' : 'invite');
}

/** Why nobody may, and what to do; `null` where everybody may. */
export const NO_SIGN_UP = {
  open: null,
  invite: 'Accounts here are made by invitation. Ask an owner or admin of your organisation to invite you.',
  closed: 'No new accounts are made here. Ask whoever runs this installation if you need one.',
} as const satisfies Record<SignUpRule, string | null>;
