'use client';

import type { ComponentProps } from 'react';
import { ActionForm } from '../../../../../ui/action-form';
import { Button } from '../../../../../ui/button';
import { AssessmentFields } from '../../../_assessment-fields';
import { startAssessmentAction } from '../actions';

type Props = { org: string; team: string } & Omit<ComponentProps<typeof AssessmentFields>, 'state'>;

export function StartForm({ org, team, ...fields }: Props) {
  return (
    <ActionForm action={startAssessmentAction}>
      {(state) => (
        <>
          <input type="hidden" name="org" value={org} />
          <input type="hidden" name="team" value={team} />
          <AssessmentFields state={state} {...fields} />
          <Button kind="primary" type="submit">
            Start answering
          </Button>
        </>
      )}
    </ActionForm>
  );
}
