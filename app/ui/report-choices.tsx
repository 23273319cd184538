import { VENDORS, type ModelId } from '@/lib/domain/vocabulary';
import { Select } from './field';

type Field = {
  /** What is chosen: what the form came back with, or what stood there before. */
  chosen: string;
  error: string | undefined;
};

/** How long a report is; `short` says what a short one is here. */
export function EditionSelect({ chosen, error, short = 'four to six pages' }: Field & { short?: string }) {
  return (
    <Select label="Length" name="edition" defaultValue={chosen} error={error}>
      <option value="full">full</option>
      <option value="short">short: {short}</option>
    </Select>
  );
}

/** By whose questionnaire a report reads: all, or one alone. Nothing where there is but one. */
export function ReadBySelect({
  questionnaires,
  chosen,
  error,
  all = questionnaires.length === 2 ? 'both' : 'all three',
}: Field & { questionnaires: readonly ModelId[]; all?: string }) {
  if (questionnaires.length <= 1) return null;
  return (
    <Select label="Read by" name="only" defaultValue={chosen} error={error}>
      <option value="">{all}</option>
      {questionnaires.map((model) => (
        <option key={model} value={model}>
          {VENDORS[model].name} alone
        </option>
      ))}
    </Select>
  );
}
