'use client';

import { plural } from '@/lib/domain/labels';
import { ActionForm } from '../../../../../ui/action-form';
import { Button, buttonClass } from '../../../../../ui/button';
import { closeRoundAction } from '../../actions';

/** Closing is one way, so what it means is said before the button that does it. */
export function CloseRound({ org, id, unfinished }: { org: string; id: string; unfinished: number }) {
  return (
    <details className="open:basis-full">
      <summary className={`${buttonClass('plain')} list-none`}>Close …</summary>
      <div className="mt-3 max-w-prose space-y-3">
        <p>
          A closed round stays as it is: it is not reopened, and nobody is reminded any more.{' '}
          {unfinished === 0
            ? 'All its teams have finished.'
            : `${plural(unfinished, 'team')} ${unfinished === 1 ? 'has' : 'have'} not finished and will be listed so for good; their drafts stay, and they can be asked again in another round.`}
        </p>
        <ActionForm action={closeRoundAction} className="space-y-3">
          {() => (
            <>
              <input type="hidden" name="org" value={org} />
              <input type="hidden" name="id" value={id} />
              <Button kind="primary" type="submit">
                Close this round
              </Button>
            </>
          )}
        </ActionForm>
      </div>
    </details>
  );
}
