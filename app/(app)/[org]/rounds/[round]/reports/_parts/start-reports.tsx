'use client';

import type { ModelId } from '@/lib/domain/vocabulary';
import { ActionForm } from '../../../../../../ui/action-form';
import { Button } from '../../../../../../ui/button';
import { Select } from '../../../../../../ui/field';
import { HiddenFields } from '../../../../../../ui/hidden-fields';
import { EditionSelect, ReadBySelect } from '../../../../../../ui/report-choices';
import { startRoundReportsAction } from '../actions';

type Props = { org: string; id: string; questionnaires: readonly ModelId[] };

/** How the reports are wanted, and the button that has them made. */
export function StartReports({ org, id, questionnaires }: Props) {
  return (
    <ActionForm action={startRoundReportsAction} className="grid max-w-3xl items-end gap-4 sm:grid-cols-3">
      {({ fields, values }) => (
        <>
          <HiddenFields of={{ org, id }} />
          <EditionSelect chosen={values?.['edition'] ?? 'full'} error={fields?.['edition']} />
          <Select
            label="Paper"
            name="paper"
            defaultValue={values?.['paper'] ?? 'a4'}
            error={fields?.['paper']}
          >
            <option value="a4">A4</option>
            <option value="us-letter">US Letter</option>
          </Select>
          <ReadBySelect
            questionnaires={questionnaires}
            chosen={values?.['only'] ?? ''}
            error={fields?.['only']}
            all="all that a team answered"
          />
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
