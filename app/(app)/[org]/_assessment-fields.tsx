import type { FormState } from '@/lib/action';
import { LIMITS } from '@/lib/domain/limits';
import type { ModelId } from '@/lib/domain/vocabulary';
import { chosenIn } from '../../ui/chosen-in';
import { TextArea, TextField } from '../../ui/field';
import { QuestionnaireChoice, type QuestionnaireOption } from '../../ui/questionnaire-choice';

type Props = {
  state: FormState;
  /** What stands in the fields before somebody types. */
  now: { title: string; scope: string; useCases?: number | undefined; inProduction?: number | undefined };
  models: QuestionnaireOption[];
  chosen: readonly ModelId[];
};

/** What an assessment is called, asks and speaks for: the same when it is started and when it is changed. */
export function AssessmentFields({ state: { fields, values, lists }, now, models, chosen }: Props) {
  const number = (name: 'useCases' | 'inProduction', label: string) => (
    <TextField
      label={label}
      name={name}
      inputMode="numeric"
      hint="A number, if you know it."
      defaultValue={values?.[name] ?? now[name]}
      error={fields?.[name]}
    />
  );
  return (
    <>
      <TextField
        label="Name of this assessment"
        name="title"
        required
        maxLength={LIMITS.title}
        hint="Usually the quarter."
        defaultValue={values?.['title'] ?? now.title}
        error={fields?.['title']}
      />
      <QuestionnaireChoice
        models={models}
        chosen={chosenIn({ values, lists }, 'questionnaires', chosen)}
        error={fields?.['questionnaires']}
      />
      <TextArea
        label="What the answers speak for"
        name="scope"
        rows={2}
        maxLength={LIMITS.reason}
        hint={`Stands on every question and in the report; at most ${LIMITS.reason} characters.`}
        defaultValue={values?.['scope'] ?? now.scope}
        error={fields?.['scope']}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        {number('useCases', 'Use cases of the team')}
        {number('inProduction', 'Of these in production')}
      </div>
    </>
  );
}
