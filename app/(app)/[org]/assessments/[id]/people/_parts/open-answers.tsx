'use client';

import { list, plural } from '@/lib/domain/labels';
import type { PeopleView } from '@/lib/gatherings/people-view';
import { ActionForm } from '../../../../../../ui/action-form';
import { Button } from '../../../../../../ui/button';
import { HiddenFields } from '../../../../../../ui/hidden-fields';
import { openGatheringAction } from '../actions';
import type { Of } from './of';

/** What opening means and who is missing, with the button. */
export function OpenAnswers({ of, view: { people, settings } }: { of: Of; view: PeopleView }) {
  const missing = people.filter(({ done }) => !done);
  return (
    <div className="max-w-prose space-y-3">
      <p>
        Once opened, facilitators read what each said {settings.named ? 'with the name' : 'without the name'},
        and nobody changes or adds an own answer any more. It cannot be closed again.
      </p>
      <p>
        {people.length === 0
          ? 'Nobody is asked yet.'
          : missing.length === 0
            ? `All ${plural(people.length, 'person is', 'people are')} done.`
            : `${plural(missing.length, 'person is', 'people are')} not done: ${list(
                missing.map(({ name, state }) => `${name} (${state})`),
              )}.`}
      </p>
      <ActionForm action={openGatheringAction}>
        {() => (
          <>
            <HiddenFields of={of} />
            <Button kind={missing.length === 0 ? 'primary' : 'plain'} type="submit">
              {missing.length === 0 ? 'Open the answers' : 'Open the answers without them'}
            </Button>
          </>
        )}
      </ActionForm>
    </div>
  );
}
