import { dateText } from '@/lib/domain/labels';
import { ACCOUNT_GRACE_DAYS, onlyOwnerSentence, type DeletionState } from '@/lib/users/delete-account';
import { DeleteForm } from './delete-form';

/** What deleting the account does, and the form for it; where it is to go already, when. */
export function Deletion({ email, on, ownedAlone, asks }: { email: string } & DeletionState) {
  if (on !== null)
    return (
      <p className="max-w-prose">
        It goes on {dateText(on)}, unless you keep it before.{' '}
        {ownedAlone.length > 0 && `${onlyOwnerSentence(ownedAlone)} Until then it stays.`}
      </p>
    );
  return (
    <>
      <p className="mb-4 max-w-prose">
        {ACCOUNT_GRACE_DAYS} days after you delete it, the account goes with all that opens it and with your
        memberships. Until then you can sign in and keep it. What you answered and decided stays with the
        organisations, in the name of “Somebody who left”.
      </p>
      {ownedAlone.length > 0 ? (
        <p className="max-w-prose">{onlyOwnerSentence(ownedAlone)}</p>
      ) : (
        <DeleteForm email={email} asks={asks} />
      )}
    </>
  );
}
