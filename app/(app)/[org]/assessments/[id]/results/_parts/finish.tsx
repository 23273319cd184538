'use client';

import { ActionForm } from '../../../../../../ui/action-form';
import { Button, buttonClass } from '../../../../../../ui/button';
import { finishAction } from '../../actions';

/** Finishing is one way, so what it means is said before the button that does it. */
export function Finish({ org, id, left }: { org: string; id: string; left: string | null }) {
  return (
    <details className="open:basis-full print:hidden">
      <summary className={`${buttonClass(left === null ? 'primary' : 'plain')} list-none`}>Finish …</summary>
      <div className="mt-3 max-w-prose space-y-3">
        <p>
          Finishing freezes the answers and takes the result into the organisation’s overview. It cannot be
          undone; the next assessment starts anew.
        </p>
        {left !== null && <p>{left}</p>}
        <ActionForm action={finishAction} className="space-y-3">
          {() => (
            <>
              <input type="hidden" name="org" value={org} />
              <input type="hidden" name="id" value={id} />
              <Button kind="primary" type="submit">
                Finish this assessment
              </Button>
            </>
          )}
        </ActionForm>
      </div>
    </details>
  );
}
