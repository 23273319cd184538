import type { Metadata, Route } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { memberOf, requireMember } from '@/lib/auth/actor';
import { atUnit } from '@/lib/auth/places';
import { dateText, plural } from '@/lib/domain/labels';
import { can } from '@/lib/domain/policy';
import { scorecardText } from '@/lib/domain/scorecard-text';
import { plansText } from '@/lib/domain/what-it-takes';
import { overviewAt } from '@/lib/orgs/org-overview';
import { buttonClass } from '../../ui/button';
import { CopyText } from '../../ui/copy-text';
import { Link } from '../../ui/link';
import { Section } from '../../ui/section';
import { Details } from './_scorecard/details';
import { Empty } from './_scorecard/empty';
import { HeatMap } from './_scorecard/heat-map';
import { HoldsBack } from './_scorecard/holds-back';
import { Moving } from './_scorecard/moving';
import { Standing } from './_scorecard/standing';
import { Sure } from './_scorecard/sure';
import { Takes } from './_scorecard/takes';
import { dayOf } from '@/lib/domain/calendar';

type Props = PageProps<'/[org]'>;

const open = cache(async (slug: string, unit: string | undefined) => {
  if (unit === undefined && (await restricted(slug))) redirect(`/${slug}/teams` as Route);
  const here = unit === undefined ? `/${slug}` : `/${slug}?unit=${encodeURIComponent(unit)}`;
  const { org, ctx } = await requireMember(atUnit({ org: slug, unit }), 'org.read', here);
  const overview = await overviewAt(ctx, unit, org.questionnaires, { aims: org.aims });
  if (overview === null) notFound();
  return { org, ctx, overview };
});

/** Who was let into single teams and units alone has no page of the whole organisation. */
async function restricted(slug: string): Promise<boolean> {
  const member = await memberOf(slug);
  return member !== null && member.ctx.actor.role === null;
}

async function opened({ params, searchParams }: Props) {
  const [{ org }, { unit }] = await Promise.all([params, searchParams]);
  return open(org, typeof unit === 'string' ? unit : undefined);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { org, overview } = await opened(props);
  const unit = overview.path.at(-1);
  return { title: unit === undefined ? org.name : `${unit.name}, ${org.name}` };
}

/** Where the teams stand, where they are weak, whether they move and what holds them back: one screen, and one printed page. */
export default async function ScorecardPage(props: Props) {
  const { org, ctx, overview } = await opened(props);
  const { scorecard, takes, path, lowest, moreUnits, teams, waiting } = overview;
  const unit = path.at(-1) ?? null;
  if (unit !== null && scorecard.heat.rows.length === 0) redirect(`/${org.slug}/teams/${unit.slug}` as Route);
  const date = dayOf(ctx.now);
  const query = unit === null ? '' : `?unit=${unit.slug}`;
  const text = scorecardText(scorecard, { organisation: org.name, unit: unit?.name ?? null, date, takes });
  const { certainty } = scorecard;
  const [lead] = scorecard.models;
  const mayDecide = can(ctx.actor, 'decision.make', { orgId: org.id });
  const planned = takes.plans > 0 || takes.decisions.length > 0;
  return (
    <div className={scorecard.teams > 0 ? 'scorecard wide:-mt-5' : 'scorecard'}>
      <div className="wide:mb-2 wide:gap-y-1 mb-4 grid gap-x-6 gap-y-3 sm:grid-cols-[minmax(0,1fr)_auto]">
        <div className="min-w-0">
          <Path org={org} path={path} />
          <h1 className="text-xl break-words">
            {unit === null ? org.name : unit.name}: machine learning teams
          </h1>
          <p className="text-quiet text-sm">
            As of {dateText(date)} · {scorecard.teams} of {plural(teams, 'team')} finished
            {certainty.newest === null ? '' : ' · each by its newest finished assessment'}
          </p>
        </div>
        <p className="wide:leading-6 max-w-[110ch] text-lg text-pretty sm:col-span-2">
          {scorecard.sentences.join(' ')}
        </p>
        {scorecard.teams > 0 && (
          // After the sentences, which a phone shows first; there is nothing to focus in them.
          <div className="flex flex-wrap content-start gap-2 sm:col-start-2 sm:row-start-1 print:hidden">
            {unit === null && can(ctx.actor, 'share.manage', { orgId: org.id }) && (
              <Link href={`/${org.slug}/shares` as Route} className={buttonClass('plain')}>
                Share this view
              </Link>
            )}
            <a href={`/${org.slug}/scorecard/pdf${query}`} className={buttonClass('plain')}>
              PDF, one page
            </a>
            <CopyText text={text}>Copy as text</CopyText>
          </div>
        )}
      </div>
      {scorecard.teams === 0 ? (
        <Empty org={org.slug} waiting={waiting} mayAdd={can(ctx.actor, 'team.create', { orgId: org.id })} />
      ) : (
        <>
          <Section dense title="Where we stand" aside="near: one to three requirements to go">
            <Standing models={scorecard.models} />
          </Section>
          <Section
            dense
            title="Where we are weak"
            aside="mean share of the ladder in per cent; small: the lowest team"
          >
            <HeatMap
              heat={scorecard.heat}
              lowest={lowest}
              moreUnits={moreUnits}
              org={org.slug}
              whole={unit === null ? 'All' : `All of ${unit.name}`}
            />
          </Section>
          <div className="wide:grid-cols-2 grid gap-x-10">
            <Section dense title="What holds back most teams" aside="their next levels wait for it">
              <HoldsBack holdsBack={scorecard.holdsBack} org={org.slug} />
            </Section>
            {/* On one screen there is room for one of the two; how the teams moved is in the second sentence as well. */}
            <div className={planned ? 'wide:hidden' : undefined}>
              <Section
                dense
                title="Are we moving?"
                aside={lead?.target ? `to ${lead.target.label}, by the quarter of the answers` : undefined}
              >
                <Moving trend={scorecard.trend} lead={lead} />
              </Section>
            </div>
            {planned && (
              <Section
                dense
                title="What it will take"
                aside={takes.plans === 0 ? undefined : plansText(takes)}
              >
                <Takes takes={takes} org={org.slug} mayDecide={mayDecide} />
              </Section>
            )}
          </div>
          <Section dense title="How sure?" aside={<Details org={org.slug} query={query} />}>
            <Sure certainty={certainty} answering={waiting.answering} />
          </Section>
        </>
      )}
    </div>
  );
}

function Path({
  org,
  path,
}: {
  org: { slug: string; name: string };
  path: { slug: string; name: string }[];
}) {
  if (path.length === 0) return null;
  return (
    <nav aria-label="Units above" className="text-sm">
      <Link href={`/${org.slug}` as Route} className="link">
        {org.name}
      </Link>
      {path.slice(0, -1).map(({ slug, name }) => (
        <span key={slug}>
          {' / '}
          <Link href={`/${org.slug}?unit=${slug}` as Route} className="link">
            {name}
          </Link>
        </span>
      ))}
    </nav>
  );
}
