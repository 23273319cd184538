'use client';

import { LIMITS } from '@/lib/domain/limits';
import { ActionForm } from '../../../../../../ui/action-form';
import { Button, buttonClass } from '../../../../../../ui/button';
import { TextArea } from '../../../../../../ui/field';
import { sendBackAction } from '../../actions';

/** Makes a draft of it again: with a reason for the team, or, for who handed it in, without one. */
export function SendBack({ org, id, own }: { org: string; id: string; own: boolean }) {
  return (
    <details className="open:basis-full print:hidden">
      <summary className={`${buttonClass('plain')} list-none`}>{own ? 'Take back …' : 'Send back …'}</summary>
      <ActionForm action={sendBackAction} className="mt-3 max-w-prose space-y-3">
        {({ fields, values }) => (
          <>
            <input type="hidden" name="org" value={org} />
            <input type="hidden" name="id" value={id} />
            <TextArea
              label={own ? 'Why, if others should know' : 'What should the team look at again?'}
              name="reason"
              required={!own}
              maxLength={LIMITS.reason}
              defaultValue={values?.['reason']}
              error={fields?.['reason']}
            />
            <Button type="submit">{own ? 'Take it back' : 'Send it back'}</Button>
          </>
        )}
      </ActionForm>
    </details>
  );
}
