import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { requireMember } from '@/lib/auth/actor';
import { atUnit } from '@/lib/auth/places';
import { MOST_TEAMS } from '@/lib/domain/consolidated';
import { plural } from '@/lib/domain/labels';
import { ROWS_A_PAGE } from '@/lib/domain/page-of';
import { TEAM_ORDERS, teamTable, type TeamOrder } from '@/lib/orgs/team-table';
import { Button, buttonClass } from '../../../../ui/button';
import { HiddenFields } from '../../../../ui/hidden-fields';
import { Pages } from '../../../../ui/pages';
import { DetailHead } from '../_head';
import { Filters } from './filters';
import { TeamRows } from './team-rows';

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
  const { org, ctx, grants } = await requireMember(place, 'org.read', `/${slug}/scorecard/teams`);
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
      <DetailHead org={org} grants={grants} unit={asked.unit} current="teams" title="Teams and levels" />
      <Filters asked={asked} models={models} lead={lead} />
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-1 text-sm">
        <p className="text-quiet" role="status">
          {table.count === 0 ? 'No team matches.' : plural(table.count, 'team')}
        </p>
        {table.count > 0 && <Report org={slug} asked={asked} count={table.count} />}
      </div>
      {table.count > 0 && (
        <form method="get" action={`/${slug}/scorecard/report`}>
          <HiddenFields of={{ only: 'ticked', ...(asked.unit !== undefined && { unit: asked.unit }) }} />
          <TeamRows org={org} rows={table.rows} models={models} order={asked.order} to={to} />
          <Take pages={table.pages} />
        </form>
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
      <a href="#ticked" className="link inline-flex min-h-8 items-center">
        or of ticked teams
      </a>
    </p>
  );
}

/** What is done with the ticks, which are of one page: whoever wants teams of several has them found together first. */
function Take({ pages }: { pages: number }) {
  return (
    <div id="ticked" className="mt-3 text-sm print:hidden">
      <p className="text-quiet mb-2 max-w-prose">
        {pages === 1
          ? `A report of some teams alone: tick them first. It has room for ${MOST_TEAMS}.`
          : `A report of some teams alone: tick them first, on one page of this table, which has ${ROWS_A_PAGE} at most. Ticks are not kept from page to page; the filter and the order bring teams together.`}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button type="submit" name="paper" value="a4">
          Take the report of these teams
        </Button>
        <Button type="submit" name="paper" value="us-letter" kind="quiet">
          on Letter
        </Button>
      </p>
    </div>
  );
}
