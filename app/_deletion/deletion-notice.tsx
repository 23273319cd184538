import { newContext } from '@/lib/context';
import type { SignedIn } from '@/lib/auth/session';
import { dateText } from '@/lib/domain/labels';
import { accountGoesOn } from '@/lib/users/delete-account';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { ServerForm } from '../ui/server-form';
import { keepAccountAction } from './actions';

/** Stands on every page of somebody whose account is to be deleted. */
export async function DeletionNotice({ person }: { person: SignedIn }) {
  const on = await accountGoesOn(newContext(), person.userId);
  if (on === null) return null;
  return (
    <div className="mb-6 print:hidden">
      <Notice>
        <p>Your account is deleted on {dateText(on)}.</p>
        <ServerForm action={keepAccountAction} className="mt-3" label="Keep your account">
          <Button type="submit">Keep it</Button>
        </ServerForm>
      </Notice>
    </div>
  );
}
