import type { Route } from 'next';
import { dateText, levelText, percent } from '@/lib/domain/labels';
import type { Content } from '@/lib/domain/schema/content';
import type { TeamLevel } from '@/lib/domain/team-levels';
import { VENDORS, type ModelId } from '@/lib/domain/vocabulary';
import type { TeamOrder, TeamRow } from '@/lib/orgs/team-table';
import { Link } from '../../../../ui/link';

type Props = {
  org: { slug: string; questionnaires: readonly ModelId[] };
  rows: readonly TeamRow[];
  models: Content['models'];
  order: TeamOrder;
  to: (change: { order: TeamOrder }) => Route;
};

/** The teams of one page of the table, each with a box that puts it into a report. */
export function TeamRows({ org: { slug, questionnaires }, rows, models, order, to }: Props) {
  const sorted = (by: TeamOrder, words: string) => (
    <Sorted key={by} by={by} asked={order} href={to({ order: by })} words={words} />
  );
  return (
    <div className="relative overflow-x-auto" role="region" aria-label="Teams and levels" tabIndex={0}>
      <table className="w-full text-sm">
        <thead>
          <tr className="border-border border-b text-left">
            <th scope="col" className="w-8 print:hidden">
              <span className="sr-only">In the report</span>
            </th>
            {sorted('name', 'Team')}
            {sorted('unit', 'Unit')}
            {questionnaires.map((model) => sorted(model, VENDORS[model].name))}
            {sorted('share', 'Share')}
            {sorted('date', 'Answers of')}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.slug} className="border-line border-b">
              <td className="print:hidden">
                <label className="flex min-h-8 w-8 items-center">
                  <input
                    type="checkbox"
                    name="team"
                    value={row.slug}
                    aria-label={`${row.name} in the report`}
                    className="accent-accent size-4"
                  />
                </label>
              </td>
              <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                <Link href={`/${slug}/teams/${row.slug}` as Route} className="link">
                  {row.name}
                </Link>
              </th>
              <td className="text-quiet py-1.5 pr-4">{row.unit}</td>
              {questionnaires.map((model) => (
                <td key={model} className="py-1.5 pr-4 whitespace-nowrap">
                  <Level model={model} own={row.levels[model]} levels={models[model].levels} />
                </td>
              ))}
              <td className="py-1.5 pr-4 whitespace-nowrap tabular-nums">
                {percent(row.share === null ? null : { certain: row.share, best: row.share })}
              </td>
              <td className="text-quiet py-1.5 whitespace-nowrap">{dateText(row.date)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A heading that sorts by its column; what wants attention comes first. */
function Sorted({ by, asked, href, words }: { by: TeamOrder; asked: TeamOrder; href: Route; words: string }) {
  return (
    <th scope="col" aria-sort={by === asked ? 'ascending' : undefined} className="py-1.5 pr-4 font-medium">
      <Link href={href} className="inline-flex min-h-6 items-center gap-1 hover:underline">
        {words} {by === asked && <span aria-hidden="true">▾</span>}
      </Link>
    </th>
  );
}

function Level({
  model,
  own,
  levels,
}: {
  model: ModelId;
  own: TeamLevel | undefined;
  levels: Content['models'][ModelId]['levels'];
}) {
  if (own === undefined) return <span className="text-quiet">not asked</span>;
  return (
    <>
      <span className="font-medium">{levelText(model, levels, own.level)}</span>
      <span className="text-quiet">{own.next === null ? ', top level' : ` · ${own.toGo} to go`}</span>
    </>
  );
}
