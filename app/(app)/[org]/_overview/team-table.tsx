import type { Route } from 'next';
import Link from 'next/link';
import { dateText, levelText } from '@/lib/domain/labels';
import type { Content } from '@/lib/domain/schema/content';
import type { TeamLevel } from '@/lib/domain/team-levels';
import { MODEL_IDS, type ModelId } from '@/lib/domain/vocabulary';
import type { OverviewTeam } from '@/lib/orgs/org-overview';
import { Vendor } from '../../../ui/vendor';

type Props = {
  slug: string;
  teams: OverviewTeam[];
  questionnaires: readonly ModelId[];
  models: Content['models'];
};

/** Teams by unit; each model one column: the level reached and what is missing for the next. */
export function TeamTable({ slug, teams, questionnaires, models }: Props) {
  const shown = MODEL_IDS.filter((id) => questionnaires.includes(id));
  const units = [...new Set(teams.map(({ unit }) => unit))].toSorted((a, b) =>
    (a ?? '').localeCompare(b ?? '', 'en'),
  );
  return (
    <div className="relative overflow-x-auto" role="region" aria-label="Teams and levels" tabIndex={0}>
      <table className="w-full text-sm">
        <thead>
          <tr className="border-border border-b text-left">
            <th scope="col" className="py-2 pr-4 font-medium">
              Team
            </th>
            {shown.map((model) => (
              <th key={model} scope="col" className="py-2 pr-4 font-medium">
                <Vendor id={model} />
              </th>
            ))}
            <th scope="col" className="hidden py-2 font-medium sm:table-cell">
              Assessed
            </th>
          </tr>
        </thead>
        {units.map((unit) => (
          <tbody key={unit ?? ''}>
            {unit !== null && (
              <tr>
                <th scope="rowgroup" colSpan={shown.length + 2} className="text-quiet pt-4 pb-1 text-left">
                  {unit}
                </th>
              </tr>
            )}
            {teams
              .filter((team) => team.unit === unit)
              .map((team) => (
                <tr key={team.id} className="border-line border-b">
                  <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                    <Link href={`/${slug}/teams/${team.slug}` as Route} className="link">
                      {team.name}
                    </Link>
                  </th>
                  {shown.map((model) => (
                    <td key={model} className="py-1.5 pr-3 sm:pr-4 sm:whitespace-nowrap">
                      <Level model={model} level={team.levels[model]} levels={models[model].levels} />
                    </td>
                  ))}
                  <td className="text-quiet py-1.5 whitespace-nowrap">{dateText(team.date)}</td>
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Level({
  model,
  level,
  levels,
}: {
  model: ModelId;
  level: TeamLevel | undefined;
  levels: Content['models'][ModelId]['levels'];
}) {
  if (level === undefined) return <span className="text-quiet">not asked</span>;
  const next = levels.find(({ id }) => id === level.next);
  return (
    <>
      <span className="font-medium">{levelText(model, levels, level.level)}</span>
      {next === undefined ? (
        <span className="text-quiet">, top level</span>
      ) : (
        <span className="text-quiet">
          {' '}
          · {level.toGo}
          <span className="sr-only sm:not-sr-only"> to go</span>
        </span>
      )}
    </>
  );
}
