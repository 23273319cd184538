'use client';

import { ActionForm } from '../../../../../../../ui/action-form';
import { Button } from '../../../../../../../ui/button';
import { TextArea } from '../../../../../../../ui/field';
import { HiddenFields } from '../../../../../../../ui/hidden-fields';
import { issueDraftAction, issueFinalAction } from '../../actions';

type Props = {
  where: { org: string; id: string; report: string; version: number };
  status: 'draft' | 'final';
  number: string;
  /** The final that this one corrects, such as `final 1.0`. */
  corrects: string | null;
};

/** Freezes the report as it is now under the next number. */
export function IssueForm({ where, status, number, corrects }: Props) {
  return (
    <ActionForm action={status === 'final' ? issueFinalAction : issueDraftAction} className="space-y-3">
      {({ fields, values }) => (
        <>
          <HiddenFields of={where} />
          {status === 'final' && corrects !== null && (
            <TextArea
              label={`What is different from ${corrects}`}
              hint="a line each; they stand in the report"
              name="changes"
              rows={3}
              defaultValue={values?.['changes'] ?? ''}
              error={fields?.['changes']}
            />
          )}
          <Button type="submit" kind={status === 'final' ? 'primary' : 'plain'}>
            Issue {status} {number}
          </Button>
        </>
      )}
    </ActionForm>
  );
}
