import type { Route } from 'next';
import { Fragment } from 'react';
import { dateText, plural } from '@/lib/domain/labels';
import type { Trend as TrendValue, TrendPoint, TrendRound } from '@/lib/domain/trend';
import { VENDORS, type ModelId } from '@/lib/domain/vocabulary';
import { BreakMark } from '../../../../ui/break-mark';
import { Link } from '../../../../ui/link';
import { Section } from '../../../../ui/section';
import { TrendChart } from './trend-chart';

type Props = { trend: TrendValue; org: string; team: string };

/** How a team moved over its finished assessments: a picture for each model, and the same as a table with who took part. */
export function Trend({ trend, org, team }: Props) {
  const { models, rounds } = trend;
  return (
    <Section title="How it moved" aside="requirements met, round by round · hatched: not known">
      <div className="mb-6 grid gap-x-8 gap-y-6 md:grid-cols-3">
        {models.map((model) => (
          <TrendChart key={model} model={model} rounds={rounds} />
        ))}
      </div>
      {rounds.some(({ breaks }) => breaks) && (
        <p className="mb-4 max-w-prose">
          <BreakMark>Here the measure changed: what stands on its two sides is not on one scale.</BreakMark>
        </p>
      )}
      <Table models={models} rounds={rounds} org={org} team={team} />
    </Section>
  );
}

function Table({ models, rounds, org, team }: TrendValue & { org: string; team: string }) {
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">The rounds of this team, newest first</caption>
      <thead>
        <tr className="text-quiet text-left max-md:sr-only">
          <th scope="col" className="py-1 pr-4 font-normal">
            Round
          </th>
          {models.map((model) => (
            <th key={model} scope="col" className="py-1 pr-4 font-normal">
              {VENDORS[model].name}
            </th>
          ))}
          <th scope="col" className="py-1 pr-4 font-normal">
            Answered
          </th>
          <th scope="col" className="py-1 font-normal">
            Since the round before
          </th>
        </tr>
      </thead>
      <tbody>
        {rounds
          .map((round, index) => ({ round, before: rounds[index - 1] }))
          .toReversed()
          .map(({ round, before }) => (
            <Fragment key={round.id}>
              <Row round={round} before={before} models={models} org={org} team={team} />
              {round.breaks && (
                <tr>
                  <td colSpan={models.length + 3} className="py-1">
                    <BreakMark>{`The measure changed: content ${before?.version ?? ''} before, ${round.version} after`}</BreakMark>
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
      </tbody>
    </table>
  );
}

function Row({
  round: { id, title, date, answered, people, points },
  before,
  models,
  org,
  team,
}: {
  round: TrendRound;
  before: TrendRound | undefined;
  models: readonly ModelId[];
  org: string;
  team: string;
}) {
  return (
    <tr className="border-line border-t align-top max-md:grid max-md:gap-y-0.5 max-md:py-2">
      <th scope="row" className="py-1.5 pr-4 text-left font-normal max-md:py-0">
        <Link href={`/${org}/assessments/${id}/results` as Route} className="link font-medium">
          {title}
        </Link>{' '}
        <span className="text-quiet whitespace-nowrap">{dateText(date)}</span>
      </th>
      {models.map((model) => (
        <td key={model} className="py-1.5 pr-4 max-md:py-0">
          <span className="text-quiet md:hidden">{VENDORS[model].name} </span>
          <Point point={points[model]} />
        </td>
      ))}
      <td className="py-1.5 pr-4 max-md:py-0">
        <span className="text-quiet md:hidden">answered </span>
        {answered.count} of {answered.of}{' '}
        <span className="text-quiet">by {plural(people, 'person', 'people')}</span>
      </td>
      <td className="py-1.5 max-md:py-0">
        {before === undefined ? (
          <span className="text-quiet">the first</span>
        ) : (
          <Link
            href={`/${org}/teams/${team}/compare?from=${before.id}&to=${id}` as Route}
            className="link inline-block min-h-6"
          >
            What changed
            <span className="sr-only">
              {' '}
              from {before.title} to {title}
            </span>
          </Link>
        )}
      </td>
    </tr>
  );
}

function Point({ point }: { point: TrendPoint | undefined }) {
  if (point === undefined) return <span className="text-quiet">not asked</span>;
  const { level, toGo, met, of } = point;
  return (
    <>
      {level}
      <span className="text-quiet">
        {toGo === null ? ' · top' : ` · ${toGo} to go`} · {met} of {of}
      </span>
    </>
  );
}
