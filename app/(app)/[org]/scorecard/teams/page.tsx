import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { requireMember } from '@/lib/auth/actor';
import { atUnit } from '@/lib/auth/places';
import { dateText, levelText, percent, plural } from '@/lib/domain/labels';
import type { Content } from '@/lib/domain/schema/content';
import type { TeamLevel } from '@/lib/domain/team-levels';
import { VENDORS, type ModelId } from '@/lib/domain/vocabulary';
import { TEAM_ORDERS, teamTable, type TeamOrder } from '@/lib/orgs/team-table';
import { MOST_TEAMS } from '@/lib/domain/consolidated';
import { buttonClass } from '../../../../ui/button';
import { Link } from '../../../../ui/link';
import { Pages } from '../../../../ui/pages';
import { DetailHead } from '../_head';
import { Filters } from './filters';

export const metadata: Metadata = { title: 'Teams and levels' };

type Asked = {
  unit?: string | undefined;
  named?: string | undefined;
  level?: string | undefined;
  order: TeamOrder;
  page: number;
};

/** What the address asks for; what it cannot mean is as if it were not there. */
function askedBy(query: Record<string, string | string[] | undefined>): Asked {
  const text = (name: string) => {
    const value = query[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return {
    unit: text('unit'),
    named: text('named'),
    level: text('level'),
    order: TEAM_ORDERS.find((order) => order === query['order']) ?? 'unit',
    page: Number.parseInt(text('page') ?? '1', 10) || 1,
  };
}

export default async function TeamsTablePage({ params, searchParams }: PageProps<'/[org]/scorecard/teams'>) {
  const [{ org: slug }, query] = await Promise.all([params, searchParams]);
  const asked = askedBy(query);
  const place = atUnit({ org: slug, unit: asked.unit });
  const { org, ctx } = await requireMember(place, 'org.read', `/${slug}/scorecard/teams`);
  const table = await teamTable(ctx, org.questionnaires, asked);
  if (table === null) notFound();
  const { models } = ctx.content;
  const [lead] = org.questionnaires;
  const to = (change: Partial<Record<keyof Asked, string | number>>) => {
    const wanted = Object.entries({ ...asked, page: 1, ...change }).filter(
      ([name, value]) => value !== undefined && `${name}=${value}` !== 'page=1',
    );
    return `/${slug}/scorecard/teams?${new URLSearchParams(wanted.map(([name, value]) => [name, String(value)])).toString()}` as Route;
  };
  return (
    <>
      <DetailHead org={org} unit={asked.unit} current="teams" title="Teams and levels" />
      <Filters asked={asked} models={models} lead={lead} />
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-1 text-sm">
        <p className="text-quiet" role="status">
          {table.count === 0 ? 'No team matches.' : plural(table.count, 'team')}
        </p>
        {table.count > 0 && <Report org={slug} asked={asked} count={table.count} />}
      </div>
      {table.count > 0 && (
        <div className="relative overflow-x-auto" role="region" aria-label="Teams and levels" tabIndex={0}>
          <table className="w-full text-sm">
            <thead>
              <tr className="border-border border-b text-left">
                <Sorted by="name" asked={asked.order} href={to({ order: 'name' })} words="Team" />
                <Sorted by="unit" asked={asked.order} href={to({ order: 'unit' })} words="Unit" />
                {org.questionnaires.map((model) => (
                  <Sorted
                    key={model}
                    by={model}
                    asked={asked.order}
                    href={to({ order: model })}
                    words={VENDORS[model].name}
                  />
                ))}
                <Sorted by="share" asked={asked.order} href={to({ order: 'share' })} words="Share" />
                <Sorted by="date" asked={asked.order} href={to({ order: 'date' })} words="Answers of" />
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row.slug} className="border-line border-b">
                  <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                    <Link href={`/${slug}/teams/${row.slug}` as Route} className="link">
                      {row.name}
                    </Link>
                  </th>
                  <td className="text-quiet py-1.5 pr-4">{row.unit}</td>
                  {org.questionnaires.map((model) => (
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
      )}
      <Pages label="Pages of teams" page={table.page} pages={table.pages} href={(page) => to({ page })} />
    </>
  );
}

/** One report over the teams that the table shows, on all its pages. */
function Report({ org, asked, count }: { org: string; asked: Asked; count: number }) {
  const { unit, named, level } = asked;
  const wanted = Object.entries({ unit, named, level }).filter(([, value]) => value !== undefined);
  const address = (paper: string) =>
    `/${org}/scorecard/report?${new URLSearchParams([...wanted.map(([name, value]) => [name, String(value)]), ['paper', paper]]).toString()}`;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 print:hidden">
      {count > MOST_TEAMS && (
        <span className="text-quiet">A report has room for the first {MOST_TEAMS} by unit and name.</span>
      )}
      <a href={address('a4')} className={buttonClass('plain')}>
        {named === undefined && level === undefined ? 'PDF, all teams' : 'PDF, these teams'}
      </a>
      <a href={address('us-letter')} className="link inline-flex min-h-8 items-center">
        on Letter
      </a>
    </p>
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
