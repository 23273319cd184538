'use client';

import { ActionForm } from '../../../../../../ui/action-form';
import { Button } from '../../../../../../ui/button';
import { inputClass } from '../../../../../../ui/field';
import { setTargetsAction } from '../actions';

export type TargetChoice = {
  model: string;
  name: string;
  /** Empty for the next level. */
  chosen: string;
  options: { id: string; title: string }[];
  next: string;
};

/** The level aimed at in each model of this page; the others keep theirs. */
export function TargetsForm({
  org,
  id,
  view,
  choices,
}: {
  org: string;
  id: string;
  view: string | undefined;
  choices: TargetChoice[];
}) {
  return (
    <ActionForm action={setTargetsAction} className="flex flex-wrap items-end gap-4">
      {({ fields, values }) => (
        <>
          <input type="hidden" name="org" value={org} />
          <input type="hidden" name="id" value={id} />
          {view !== undefined && <input type="hidden" name="view" value={view} />}
          {choices.map(({ model, name, chosen, options, next }) => (
            <div key={model} className="w-full max-w-72 min-w-0 space-y-1">
              <label htmlFor={`target-${model}`} className="block text-sm font-medium">
                {name} level aimed at
              </label>
              <select
                id={`target-${model}`}
                name={model}
                defaultValue={values?.[model] ?? chosen}
                className={inputClass}
              >
                <option value="">{next}</option>
                {options.map((option) => (
                  <option key={option.id} value={option.id}>
                    {option.title}
                  </option>
                ))}
              </select>
              {fields?.[model] !== undefined && <p className="text-warn text-sm">{fields[model]}</p>}
            </div>
          ))}
          <Button type="submit">Set the targets</Button>
        </>
      )}
    </ActionForm>
  );
}
