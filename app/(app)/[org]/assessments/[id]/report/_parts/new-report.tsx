'use client';

import { LIMITS } from '@/lib/domain/limits';
import type { ModelId } from '@/lib/domain/vocabulary';
import { ActionForm } from '../../../../../../ui/action-form';
import { Button } from '../../../../../../ui/button';
import { TextField } from '../../../../../../ui/field';
import { HiddenFields } from '../../../../../../ui/hidden-fields';
import { EditionSelect, ReadBySelect } from '../../../../../../ui/report-choices';
import { createReportAction } from '../actions';

type Props = { org: string; id: string; questionnaires: readonly ModelId[] };

/** Begins a report: what it is called, how long it is, and by whose questionnaire it reads. */
export function NewReport({ org, id, questionnaires }: Props) {
  return (
    <ActionForm action={createReportAction} className="grid max-w-3xl items-end gap-4 sm:grid-cols-3">
      {({ fields, values }) => (
        <>
          <HiddenFields of={{ org, id }} />
          <TextField
            label="Title"
            name="title"
            maxLength={LIMITS.title}
            defaultValue={values?.['title'] ?? 'MLOps maturity report'}
            error={fields?.['title']}
          />
          <EditionSelect chosen={values?.['edition'] ?? 'full'} error={fields?.['edition']} />
          <ReadBySelect
            questionnaires={questionnaires}
            chosen={values?.['only'] ?? ''}
            error={fields?.['only']}
          />
          <div className="sm:col-span-3">
            <Button type="submit" kind="primary">
              Set it up
            </Button>
          </div>
        </>
      )}
    </ActionForm>
  );
}
