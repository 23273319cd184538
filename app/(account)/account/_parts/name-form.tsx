'use client';

import { ActionForm } from '../../../ui/action-form';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { changeNameAction } from '../actions';

export function NameForm({ name }: { name: string }) {
  return (
    <ActionForm action={changeNameAction} className="max-w-md space-y-5">
      {({ fields, values }) => (
        <>
          <TextField
            label="Your name"
            name="name"
            autoComplete="name"
            required
            hint="As others in your organisations see it."
            defaultValue={values?.['name'] ?? name}
            error={fields?.['name']}
          />
          <Button type="submit">Save the name</Button>
        </>
      )}
    </ActionForm>
  );
}
