'use client';

import { VENDORS, type ModelId } from '@/lib/domain/vocabulary';
import { ActionForm } from '../../../../../../ui/action-form';
import { Button } from '../../../../../../ui/button';
import { Select } from '../../../../../../ui/field';
import { HiddenFields } from '../../../../../../ui/hidden-fields';
import { startRoundReportsAction } from '../actions';

type Props = { org: string; id: string; questionnaires: readonly ModelId[] };

/** How the reports are wanted, and the button that has them made. */
export function StartReports({ org, id, questionnaires }: Props) {
  return (
    <ActionForm action={startRoundReportsAction} className="grid max-w-3xl items-end gap-4 sm:grid-cols-3">
      {({ fields, values }) => (
        <>
          <HiddenFields of={{ org, id }} />
          <Select
            label="Length"
            name="edition"
            defaultValue={values?.['edition'] ?? 'full'}
            error={fields?.['edition']}
          >
            <option value="full">full</option>
            <option value="short">short: four to six pages</option>
          </Select>
          <Select
            label="Paper"
            name="paper"
            defaultValue={values?.['paper'] ?? 'a4'}
            error={fields?.['paper']}
          >
            <option value="a4">A4</option>
            <option value="us-letter">US Letter</option>
          </Select>
          {questionnaires.length > 1 && (
            <Select
              label="Read by"
              name="only"
              defaultValue={values?.['only'] ?? ''}
              error={fields?.['only']}
            >
              <option value="">all that a team answered</option>
              {questionnaires.map((model) => (
                <option key={model} value={model}>
                  {VENDORS[model].name} alone
                </option>
              ))}
            </Select>
          )}
          <div className="sm:col-span-3">
            <Button type="submit" kind="primary">
              Make the reports
            </Button>
          </div>
        </>
      )}
    </ActionForm>
  );
}
