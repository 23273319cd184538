'use client';

import type { Aims } from '@/lib/domain/aims';
import { VENDORS, type ModelId } from '@/lib/domain/vocabulary';
import { ActionForm } from '../../ui/action-form';
import { Button } from '../../ui/button';
import { Select, TextField } from '../../ui/field';
import { setAimsAction } from './actions';

type Props = {
  org: string;
  /** The unit that the targets are for; empty for the organisation. */
  unit: string;
  aims: Aims;
  models: { id: ModelId; levels: { id: string; title: string }[] }[];
};

/** A level and a day for each questionnaire that the organisation measures itself by. */
export function AimsForm({ org, unit, aims, models }: Props) {
  return (
    <ActionForm action={setAimsAction} className="max-w-xl space-y-4">
      {({ fields, values }) => (
        <>
          <input type="hidden" name="org" value={org} />
          <input type="hidden" name="unit" value={unit} />
          {models.map(({ id, levels }) => (
            <div key={id} className="grid gap-3 sm:grid-cols-2">
              <Select
                label={`${VENDORS[id].name}: every team at least at`}
                name={id}
                defaultValue={values?.[id] ?? aims[id]?.level ?? ''}
                error={fields?.[id]}
              >
                <option value="">
                  {unit === '' ? 'no target: the next level counts' : 'as the organisation'}
                </option>
                {levels.map((level) => (
                  <option key={level.id} value={level.id}>
                    {level.title}
                  </option>
                ))}
              </Select>
              <TextField
                label="by"
                name={`${id}By`}
                type="date"
                defaultValue={values?.[`${id}By`] ?? aims[id]?.by ?? ''}
                error={fields?.[`${id}By`]}
              />
            </div>
          ))}
          <Button type="submit">Save the targets</Button>
        </>
      )}
    </ActionForm>
  );
}
