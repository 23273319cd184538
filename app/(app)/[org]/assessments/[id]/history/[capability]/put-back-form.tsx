'use client';

import { ActionForm } from '../../../../../../ui/action-form';
import { Button } from '../../../../../../ui/button';
import { putBackAction } from './actions';

type Props = { org: string; id: string; capability: string; version: number; seen: number };

/** Saves what this version says once more; what stands now becomes a version that can be put back. */
export function PutBackForm(props: Props) {
  return (
    <ActionForm action={putBackAction} className="mt-3 space-y-3 print:hidden">
      {() => (
        <>
          {Object.entries(props).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button type="submit">Put this back</Button>
        </>
      )}
    </ActionForm>
  );
}
