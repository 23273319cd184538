import type { Report } from '@/lib/domain/report';
import { levelTitle } from '@/lib/domain/result-view';
import type { Targets } from '@/lib/domain/schema/answers';
import { TargetsForm } from './targets';

type Props = {
  report: Report;
  targets: Targets;
  org: string;
  id: string;
  view: string | undefined;
  mayChange: boolean;
};

/** What the gaps are measured against: the next level of each model unless a higher one is set. */
export function Aims({ report, targets, org, id, view, mayChange }: Props) {
  const choices = report.models.map(({ id: model, name, levels, next }) => ({
    model,
    name,
    chosen: targets[model] ?? '',
    options: levels.map((level) => ({ id: level.id, title: levelTitle(level) })),
    next: next === null ? 'Top level reached' : `Next: ${next.label}`,
  }));
  if (mayChange) return <TargetsForm org={org} id={id} view={view} choices={choices} />;
  return (
    <>
      <ul>
        {choices.map(({ model, chosen, options, next }) => (
          <li key={model}>{options.find((option) => option.id === chosen)?.title ?? next}</li>
        ))}
      </ul>
      {report.status.finished && (
        <p className="text-quiet mt-2 text-sm">
          This assessment is finished, so its targets stay as they were. The next assessment can aim higher.
        </p>
      )}
    </>
  );
}
