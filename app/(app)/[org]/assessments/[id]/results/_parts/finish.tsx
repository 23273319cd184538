'use client';

import { useActionState } from 'react';
import { FINISHING, HANDING_IN } from '@/lib/domain/finishing-words';
import { ActionForm } from '../../../../../../ui/action-form';
import { Button, buttonClass } from '../../../../../../ui/button';
import { Notice } from '../../../../../../ui/notice';
import { finishAction, handInAction } from '../../actions';

/** Finishing is one way, so what it means is said before the button that does it. */
export function Finish({
  org,
  id,
  left,
  inReview = false,
}: {
  org: string;
  id: string;
  left: string | null;
  inReview?: boolean;
}) {
  const [handedIn, handIn] = useActionState(handInAction, {});
  return (
    <details className="open:basis-full print:hidden">
      <summary className={`${buttonClass(left === null ? 'primary' : 'plain')} list-none`}>Finish …</summary>
      <div className="mt-3 max-w-prose space-y-3">
        <p>
          {FINISHING} {!inReview && HANDING_IN}
        </p>
        {left !== null && <p>{left}</p>}
        {handedIn.message !== undefined && <Notice kind="warn">{handedIn.message}</Notice>}
        <ActionForm action={finishAction} className="space-y-3">
          {() => (
            <>
              <input type="hidden" name="org" value={org} />
              <input type="hidden" name="id" value={id} />
              <div className="flex flex-wrap gap-2">
                <Button kind="primary" type="submit">
                  Finish this assessment
                </Button>
                {!inReview && (
                  <Button type="submit" formAction={handIn}>
                    Hand in for review
                  </Button>
                )}
              </div>
            </>
          )}
        </ActionForm>
      </div>
    </details>
  );
}
