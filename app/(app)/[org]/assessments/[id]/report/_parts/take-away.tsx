import { VENDORS, type ModelId } from '@/lib/domain/vocabulary';
import { buttonClass } from '../../../../../../ui/button';
import { inputClass } from '../../../../../../ui/field';

type Props = {
  base: string;
  questionnaires: readonly ModelId[];
  only: ModelId | undefined;
  firms: { slug: string; name: string }[];
  client: string;
};

/** The report as PDF, whole or for one questionnaire, and the answers as a file. A plain form: the paper goes with each button. */
export function TakeAway({ base, questionnaires, only, firms, client }: Props) {
  return (
    <div className="mb-8 flex flex-wrap items-end gap-x-3 gap-y-3 print:hidden">
      <form action={`${base}/report/pdf`} className="flex flex-wrap items-center gap-x-3 gap-y-3">
        <fieldset className="flex items-center gap-4 text-sm">
          <legend className="sr-only">Paper</legend>
          <label className="flex min-h-8 items-center gap-2">
            <input type="radio" name="paper" value="a4" defaultChecked className="size-4" /> A4
          </label>
          <label className="flex min-h-8 items-center gap-2">
            <input type="radio" name="paper" value="us-letter" className="size-4" /> Letter
          </label>
        </fieldset>
        {firms.length > 0 && (
          <label className="flex items-center gap-2 text-sm whitespace-nowrap">
            In the name of
            <select
              name="firm"
              defaultValue={firms[0]?.slug}
              className={`${inputClass} min-h-10 max-w-48 text-sm`}
            >
              {firms.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
              <option value="">{client} alone</option>
            </select>
          </label>
        )}
        {only === undefined ? (
          <>
            <button type="submit" className={buttonClass('primary')}>
              PDF
            </button>
            {questionnaires.length > 1 &&
              questionnaires.map((model) => (
                <button key={model} type="submit" name="only" value={model} className={buttonClass('plain')}>
                  PDF, {VENDORS[model].name} only
                </button>
              ))}
          </>
        ) : (
          <button type="submit" name="only" value={only} className={buttonClass('primary')}>
            PDF, {VENDORS[only].name} only
          </button>
        )}
      </form>
      <a href={`${base}/file`} className={buttonClass('plain')}>
        Assessment file
      </a>
    </div>
  );
}
