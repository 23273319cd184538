import { fixed } from '@/lib/assessments/fixed';
import type { LoadedAssessment } from '@/lib/assessments/load-assessment';
import type { Route } from 'next';
import { VENDORS, type ModelId } from '@/lib/domain/vocabulary';
import { buttonClass, Button } from '../../../../../../ui/button';
import { Link } from '../../../../../../ui/link';
import { ServerForm } from '../../../../../../ui/server-form';
import { addQuestionnaireAction } from '../actions';

type Props = {
  org: string;
  id: string;
  model: ModelId;
  row: Pick<LoadedAssessment['row'], 'status' | 'title'>;
  chosen: readonly ModelId[];
};

/** Shown where the assessment does not take this questionnaire. */
export function AddQuestionnaire({ org, id, model, row, chosen }: Props) {
  const { name } = VENDORS[model];
  const no = fixed(row);
  return (
    <div className="max-w-prose">
      <h1 className="text-xl">
        {row.title} does not take the {name} questionnaire
      </h1>
      {no !== null ? (
        <p className="mt-4">{no.message} The next assessment may take it.</p>
      ) : (
        <>
          <p className="mt-4">Adding it keeps every answer and asks only what is new.</p>
          <ServerForm action={addQuestionnaireAction} className="mt-4 flex gap-3">
            <input type="hidden" name="org" value={org} />
            <input type="hidden" name="id" value={id} />
            {[...chosen, model].map((each) => (
              <input key={each} type="hidden" name="questionnaires" value={each} />
            ))}
            <input type="hidden" name="added" value={model} />
            <Button kind="primary" type="submit">
              Add the {name} questionnaire
            </Button>
            <Link href={`/${org}/assessments/${id}` as Route} className={buttonClass('plain')}>
              Leave it
            </Link>
          </ServerForm>
        </>
      )}
    </div>
  );
}
