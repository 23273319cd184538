'use client';

import { LIMITS } from '@/lib/domain/limits';
import type { ModelId } from '@/lib/domain/vocabulary';
import { ActionForm } from '../../../../../../ui/action-form';
import { Button } from '../../../../../../ui/button';
import { inputClass } from '../../../../../../ui/field';
import { stateCriterionAction } from '../actions';

type Props = {
  org: string;
  id: string;
  criterion: string;
  model: ModelId;
  vendor: string;
  /** A ladder decides it unless somebody states otherwise. */
  decided: boolean;
  current: 'ladder' | 'yes' | 'no' | 'unknown';
  note: string;
  seen: number;
};

/** States of one criterion whether it holds; the ladder and other readings stay as they are. */
export function StateForm({ org, id, criterion, model, vendor, decided, current, note, seen }: Props) {
  const choices = [
    ['ladder', decided ? 'Read it from the ladder' : 'Nothing stated'],
    ['yes', 'It holds'],
    ['no', 'It does not hold'],
    ['unknown', 'Don’t know'],
  ] as const;
  return (
    <ActionForm action={stateCriterionAction} className="border-line mt-2 space-y-2 rounded-md border p-3">
      {({ fields, values }) => (
        <>
          <input type="hidden" name="org" value={org} />
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="criterion" value={criterion} />
          <input type="hidden" name="model" value={model} />
          <input type="hidden" name="seen" value={seen} />
          <fieldset>
            <legend className="mb-1">
              {decided ? 'Is that so here?' : 'No ladder decides this. Is it so here?'}
            </legend>
            <div className="flex flex-wrap gap-x-5 gap-y-1">
              {choices.map(([value, words]) => (
                <label key={value} className="flex min-h-8 items-center gap-2">
                  <input
                    type="radio"
                    name="holds"
                    value={value}
                    defaultChecked={(values?.['holds'] ?? current) === value}
                    className="size-4"
                  />
                  {words}
                </label>
              ))}
            </div>
          </fieldset>
          <label className="block">
            Why, or what to show (at most {LIMITS.reason} characters)
            <textarea
              name="note"
              rows={2}
              maxLength={LIMITS.reason}
              defaultValue={values?.['note'] ?? note}
              className={inputClass}
            />
          </label>
          {fields?.['note'] !== undefined && <p className="text-warn">{fields['note']}</p>}
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit">Save</Button>
            <span className="text-quiet">Changes the {vendor} reading only.</span>
          </div>
        </>
      )}
    </ActionForm>
  );
}
