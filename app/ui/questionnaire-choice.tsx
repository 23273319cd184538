import { VENDORS, type ModelId } from '@/lib/domain/vocabulary';

export type QuestionnaireOption = { id: ModelId; title: string; levels: number };

/** Which vendors' questionnaires are taken: any or all, at least one. */
export function QuestionnaireChoice({
  models,
  chosen,
  error,
}: {
  models: readonly QuestionnaireOption[];
  chosen: readonly string[];
  error?: string | undefined;
}) {
  return (
    <fieldset className="space-y-2">
      <legend className="mb-1 text-sm font-medium">Questionnaires</legend>
      {models.map(({ id, title, levels }) => (
        <label key={id} className="flex min-h-8 items-start gap-3">
          <input
            type="checkbox"
            name="questionnaires"
            value={id}
            defaultChecked={chosen.includes(id)}
            className="mt-1 size-4"
          />
          <span>
            {VENDORS[id].mark} {VENDORS[id].name}
            <span className="text-quiet block text-sm">
              {title}, {levels} levels
            </span>
          </span>
        </label>
      ))}
      {error !== undefined && (
        <p role="alert" className="text-warn text-sm">
          {error}
        </p>
      )}
    </fieldset>
  );
}
