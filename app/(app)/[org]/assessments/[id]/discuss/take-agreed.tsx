'use client';

import { plural } from '@/lib/domain/labels';
import { ActionForm } from '../../../../../ui/action-form';
import { Button } from '../../../../../ui/button';
import { HiddenFields } from '../../../../../ui/hidden-fields';
import { settleAgreedAction } from './actions';

/** One press for all on which nobody differs, so that the meeting is about the others. */
export function TakeAgreed({ org, id, count }: { org: string; id: string; count: number }) {
  return (
    <ActionForm action={settleAgreedAction}>
      {() => (
        <>
          <HiddenFields of={{ org, id }} />
          <Button type="submit">Take over the {plural(count, 'answer')} on which all agree</Button>
        </>
      )}
    </ActionForm>
  );
}
