'use client';

import { LIMITS } from '@/lib/domain/limits';
import type { ModelId } from '@/lib/domain/vocabulary';
import { ActionForm } from '../../../../../ui/action-form';
import { Button } from '../../../../../ui/button';
import { TextArea, TextField } from '../../../../../ui/field';
import { QuestionnaireChoice, type QuestionnaireOption } from '../../../../../ui/questionnaire-choice';
import { startAssessmentAction } from '../actions';

type Props = {
  org: string;
  team: string;
  title: string;
  models: QuestionnaireOption[];
  chosen: readonly ModelId[];
};

export function StartForm({ org, team, title, models, chosen }: Props) {
  return (
    <ActionForm action={startAssessmentAction}>
      {({ fields, values }) => (
        <>
          <input type="hidden" name="org" value={org} />
          <input type="hidden" name="team" value={team} />
          <TextField
            label="Name of this assessment"
            name="title"
            required
            maxLength={LIMITS.title}
            hint="Usually the quarter."
            defaultValue={values?.['title'] ?? title}
            error={fields?.['title']}
          />
          <QuestionnaireChoice models={models} chosen={chosen} error={fields?.['questionnaires']} />
          <TextArea
            label="What the answers speak for"
            name="scope"
            rows={2}
            maxLength={LIMITS.reason}
            hint={`Stands on every question and in the report; at most ${LIMITS.reason} characters.`}
            defaultValue={values?.['scope'] ?? 'every model in production'}
            error={fields?.['scope']}
          />
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField
              label="Use cases of the team"
              name="useCases"
              inputMode="numeric"
              hint="A number, if you know it."
              defaultValue={values?.['useCases']}
              error={fields?.['useCases']}
            />
            <TextField
              label="Of these in production"
              name="inProduction"
              inputMode="numeric"
              hint="A number, if you know it."
              defaultValue={values?.['inProduction']}
              error={fields?.['inProduction']}
            />
          </div>
          <Button kind="primary" type="submit">
            Start answering
          </Button>
        </>
      )}
    </ActionForm>
  );
}
