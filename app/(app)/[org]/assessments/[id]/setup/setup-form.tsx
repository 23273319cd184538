'use client';

import type { ComponentProps } from 'react';
import { ActionForm } from '../../../../../ui/action-form';
import { Button } from '../../../../../ui/button';
import { AssessmentFields } from '../../../_assessment-fields';
import { configureAssessmentAction } from './actions';

type Props = { org: string; id: string } & Omit<ComponentProps<typeof AssessmentFields>, 'state'>;

export function SetupForm({ org, id, ...fields }: Props) {
  return (
    <ActionForm action={configureAssessmentAction}>
      {(state) => (
        <>
          <input type="hidden" name="org" value={org} />
          <input type="hidden" name="id" value={id} />
          <AssessmentFields state={state} {...fields} />
          <Button kind="primary" type="submit">
            Save
          </Button>
        </>
      )}
    </ActionForm>
  );
}
