'use client';

import { ActionForm } from '../../../../../ui/action-form';
import { Button } from '../../../../../ui/button';
import { moveEditionAction } from './actions';

type Props = { org: string; id: string; edition: string; to: string };

/** Moves the draft to the edition whose differences the page shows. */
export function MoveForm({ org, id, edition, to }: Props) {
  return (
    <ActionForm action={moveEditionAction} className="space-y-4 print:hidden">
      {() => (
        <>
          <input type="hidden" name="org" value={org} />
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="edition" value={edition} />
          <Button kind="primary" type="submit">
            Move to {to}
          </Button>
        </>
      )}
    </ActionForm>
  );
}
