'use client';

import { LIMITS } from '@/lib/domain/limits';
import type { ModelId } from '@/lib/domain/vocabulary';
import { ActionForm } from '../../../../../ui/action-form';
import { Button } from '../../../../../ui/button';
import { TextArea, TextField } from '../../../../../ui/field';
import { QuestionnaireChoice, type QuestionnaireOption } from '../../../../../ui/questionnaire-choice';
import { configureAssessmentAction } from './actions';

type Props = {
  org: string;
  id: string;
  title: string;
  scope: string;
  models: QuestionnaireOption[];
  chosen: readonly ModelId[];
};

export function SetupForm({ org, id, title, scope, models, chosen }: Props) {
  return (
    <ActionForm action={configureAssessmentAction}>
      {({ fields, values }) => (
        <>
          <input type="hidden" name="org" value={org} />
          <input type="hidden" name="id" value={id} />
          <TextField
            label="Name of this assessment"
            name="title"
            required
            maxLength={LIMITS.title}
            defaultValue={values?.['title'] ?? title}
            error={fields?.['title']}
          />
          <QuestionnaireChoice models={models} chosen={chosen} error={fields?.['questionnaires']} />
          <TextArea
            label="What the answers speak for"
            name="scope"
            rows={2}
            maxLength={LIMITS.reason}
            defaultValue={values?.['scope'] ?? scope}
            error={fields?.['scope']}
          />
          <Button kind="primary" type="submit">
            Save
          </Button>
        </>
      )}
    </ActionForm>
  );
}
