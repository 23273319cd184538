'use client';

import { MODEL_IDS, VENDORS, type ModelId } from '@/lib/domain/vocabulary';
import { ActionForm } from '../../../ui/action-form';
import { Button } from '../../../ui/button';
import { chosenIn } from '../../../ui/chosen-in';
import { TextField } from '../../../ui/field';
import { configureOrgAction } from '../actions';

export function OrgForm({
  org,
  name,
  questionnaires,
}: {
  org: string;
  name: string;
  questionnaires: readonly ModelId[];
}) {
  return (
    <ActionForm action={configureOrgAction} className="max-w-md space-y-5">
      {({ fields, values, lists }) => (
        <>
          <input type="hidden" name="org" value={org} />
          <TextField
            label="Name"
            name="name"
            required
            defaultValue={values?.['name'] ?? name}
            error={fields?.['name']}
          />
          <fieldset className="space-y-2">
            <legend className="mb-1 text-sm font-medium">Measured by</legend>
            {MODEL_IDS.map((id) => (
              <label key={id} className="flex min-h-8 items-center gap-2">
                <input
                  type="checkbox"
                  name="questionnaires"
                  value={id}
                  defaultChecked={chosenIn({ values, lists }, 'questionnaires', questionnaires).includes(id)}
                  className="size-4"
                />
                {VENDORS[id].mark} {VENDORS[id].name}
              </label>
            ))}
            {fields?.['questionnaires'] !== undefined && (
              <p className="text-warn text-sm">{fields['questionnaires']}</p>
            )}
          </fieldset>
          <fieldset className="space-y-2">
            <legend className="mb-1 text-sm font-medium">First on the organisation page</legend>
            {MODEL_IDS.map((id) => (
              <label key={id} className="flex min-h-8 items-center gap-2">
                <input
                  type="radio"
                  name="lead"
                  value={id}
                  defaultChecked={(values?.['lead'] ?? questionnaires[0]) === id}
                  className="size-4"
                />
                {VENDORS[id].name}
              </label>
            ))}
          </fieldset>
          <Button kind="primary" type="submit">
            Save the settings
          </Button>
        </>
      )}
    </ActionForm>
  );
}
