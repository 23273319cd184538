import type { SignedIn } from '@/lib/auth/session';
import { asksToVerify } from '@/lib/users/verify-email';
import { SendAgain } from './send-again';

/** Asks a person to confirm their address, until they do; nothing where nothing is mailed. */
export function VerifyNotice({ person }: { person: SignedIn }) {
  if (!asksToVerify(person)) return null;
  return (
    <aside
      aria-label="Confirm your address"
      className="border-line text-quiet mb-6 border-b pb-4 text-sm print:hidden"
    >
      <SendAgain email={person.email} />
    </aside>
  );
}
