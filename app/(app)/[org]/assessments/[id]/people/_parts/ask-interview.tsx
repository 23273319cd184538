'use client';

import { ActionForm } from '../../../../../../ui/action-form';
import { Button } from '../../../../../../ui/button';
import { TextField } from '../../../../../../ui/field';
import { HiddenFields } from '../../../../../../ui/hidden-fields';
import { addInterviewAction } from '../actions';
import type { Of } from './of';

/** Puts somebody on the list whose answers the reader writes down. */
export function AskInterview({ of }: { of: Of }) {
  return (
    <ActionForm action={addInterviewAction} className="max-w-xl space-y-4">
      {({ values = {}, fields }) => (
        <>
          <HiddenFields of={of} />
          <TextField
            label="Who is interviewed"
            name="name"
            id="interview-name"
            autoComplete="off"
            required
            hint="You write down what they say. Until it is opened, only you can read it."
            defaultValue={values['name']}
            error={fields?.['name']}
          />
          <Button type="submit">Add the interview</Button>
        </>
      )}
    </ActionForm>
  );
}
