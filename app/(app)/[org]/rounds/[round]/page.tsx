import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { requireMember } from '@/lib/auth/actor';
import { dateText } from '@/lib/domain/labels';
import { can } from '@/lib/domain/policy';
import { ROUND_FILTERS } from '@/lib/domain/round-state';
import { progressText } from '@/lib/domain/round-words';
import { roundChoice } from '@/lib/rounds/round-choice';
import { roundView } from '@/lib/rounds/round-view';
import { Link } from '../../../../ui/link';
import { Notice } from '../../../../ui/notice';
import { Pages } from '../../../../ui/pages';
import { Section } from '../../../../ui/section';
import { ProgressBar } from '../_parts/progress-bar';
import { ChangeRound } from './_parts/change-round';
import { CloseRound } from './_parts/close-round';
import { FilterLinks } from './_parts/filter-links';
import { Remind } from './_parts/remind';
import { RoundTable } from './_parts/round-table';

type Props = PageProps<'/[org]/rounds/[round]'>;

async function load({ params, searchParams }: Props) {
  const [{ org: slug, round: id }, { state, saved, page }] = await Promise.all([params, searchParams]);
  const { org, ctx } = await requireMember({ org: slug }, 'org.read', `/${slug}/rounds/${id}`);
  const filter = ROUND_FILTERS.find((each) => each === state);
  const view = await roundView(ctx, id, { filter, page: Number.parseInt(String(page), 10) || 1 });
  return { org, ctx, filter, saved, view: view ?? notFound() };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view } = await load(props);
  return { title: view.round.title };
}

export default async function RoundPage(props: Props) {
  const { org, ctx, filter, saved, view } = await load(props);
  const { round, rows, teams, page, pages, unfinished } = view;
  const open = round.closedOn === null;
  const mayRun = open && can(ctx.actor, 'round.run', { orgId: org.id });
  const base = `/${org.slug}/rounds/${round.id}`;
  const table = <RoundTable org={org.slug} rows={rows} closed={!open} mayRemind={mayRun} />;
  return (
    <>
      <h1 className="text-xl wrap-anywhere">{round.title}</h1>
      <p className={`mt-1 text-lg ${round.overdue ? 'text-warn' : ''}`}>
        {progressText(round.counts, round)}
      </p>
      <p className="text-quiet mt-1 mb-4 text-sm">
        Opened by {round.openedBy} on {dateText(round.openedOn)}
        {round.closedOn !== null &&
          `, due ${dateText(round.dueOn)}, closed by ${round.closedBy ?? 'somebody'}. What a team finishes now no longer changes it`}
        .
      </p>
      <div className="mb-6 max-w-xl">
        <ProgressBar counts={round.counts} />
      </div>
      {saved === '1' && (
        <div className="mb-6" role="status">
          <Notice>Saved.</Notice>
        </div>
      )}
      <Section title="Teams">
        <FilterLinks base={base} counts={round.counts} filter={filter} closed={!open} />
        {mayRun ? (
          <Remind
            // A text for other teams than those that are shown would mislead.
            key={filter ?? ''}
            org={org.slug}
            id={round.id}
            filter={filter}
            count={unfinished}
          >
            {table}
          </Remind>
        ) : (
          table
        )}
        <Pages
          label="Pages of teams"
          page={page}
          pages={pages}
          href={(to) => `${base}?${filter === undefined ? '' : `state=${filter}&`}page=${to}` as Route}
        />
      </Section>
      {can(ctx.actor, 'report.batch', { orgId: org.id }) && round.counts.finished > 0 && (
        <Section title="Reports">
          <Link href={`${base}/reports` as Route} className="link inline-block min-h-6">
            Reports of all teams (zip)
          </Link>
          <p className="text-quiet text-sm">
            A PDF of each team that has finished, made in the background, in one archive.
          </p>
        </Section>
      )}
      {mayRun && (
        <Section title="Change or close">
          <div className="flex flex-wrap items-start gap-3">
            <ChangeRound
              // What was chosen is in the round now.
              key={`${round.title} ${round.dueOn} ${teams.map(({ slug }) => slug).join(' ')}`}
              org={org.slug}
              round={{ id: round.id, title: round.title, dueOn: round.dueOn }}
              members={teams}
              teams={await roundChoice(ctx)}
            />
            <CloseRound
              org={org.slug}
              id={round.id}
              unfinished={round.counts.teams - round.counts.finished}
            />
          </div>
        </Section>
      )}
    </>
  );
}
