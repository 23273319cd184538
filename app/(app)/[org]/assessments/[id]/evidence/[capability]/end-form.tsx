'use client';

import type { ReactNode } from 'react';
import { ActionForm } from '../../../../../../ui/action-form';
import { Button } from '../../../../../../ui/button';
import { HiddenFields } from '../../../../../../ui/hidden-fields';
import { endEvidenceRequestAction } from './actions';

type Props = { of: { org: string; id: string; capability: string; request: string }; children: ReactNode };

/** Takes a request back, or says that there is no evidence; `children` says which, and of whom. */
export function EndForm({ of, children }: Props) {
  return (
    <ActionForm action={endEvidenceRequestAction} className="mt-2 space-y-3">
      {() => (
        <>
          <HiddenFields of={of} />
          <Button type="submit">{children}</Button>
        </>
      )}
    </ActionForm>
  );
}
