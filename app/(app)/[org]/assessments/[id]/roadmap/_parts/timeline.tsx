import type { Route } from 'next';
import { plural, quarterText } from '@/lib/domain/labels';
import type { Roadmap } from '@/lib/domain/roadmap';
import {
  GROUPINGS,
  timelineOf,
  type Grouping,
  type TimelineBar,
  type TimelineGroup,
} from '@/lib/domain/roadmap-timeline';
import type { Content } from '@/lib/domain/schema/content';
import { VENDORS } from '@/lib/domain/vocabulary';
import { Link } from '../../../../../../ui/link';

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;

/** So many quarters have room for their names; of more only the years are named, where they begin. */
const MOST_NAMED = 10;

function scaleText(quarter: string, of: number): string {
  if (of <= MOST_NAMED) return quarterText(quarter);
  return quarter.endsWith('Q1') ? quarter.slice(0, 4) : '';
}

/** Label beside track on a wide screen, above it on a narrow one. */
const ROW = 'grid items-center gap-x-3 md:grid-cols-[13rem_minmax(0,1fr)]';

type Props = { roadmap: Roadmap; content: Content; by: Grouping; byHref: (by: Grouping) => Route };

/** The climb as a picture, group by group; each bar leads to its step below, and the same stands there as text. */
export function Timeline({ roadmap, content, by, byHref }: Props) {
  const timeline = timelineOf(content, roadmap, by);
  const { quarters, groups, marks, horizon } = timeline;
  return (
    <figure>
      <figcaption className="text-quiet mb-2 flex flex-wrap gap-x-5 text-sm">
        <span>
          <span aria-hidden="true" className={`mr-1.5 inline-block h-3 w-6 align-middle ${CRITICAL}`} />
          critical: a week later here is a week later at the end
        </span>
        <span>
          <span aria-hidden="true" className={`mr-1.5 inline-block h-3 w-6 align-middle ${RELAXED}`} />
          may move
        </span>
        <span className="flex gap-3 sm:ml-auto print:hidden">
          {GROUPINGS.map((each) =>
            each === by ? (
              <b key={each} aria-current="true" className="text-ink font-medium">
                by {each}
              </b>
            ) : (
              <Link key={each} href={byHref(each)} className="link" scroll={false}>
                by {each}
              </Link>
            ),
          )}
        </span>
      </figcaption>
      <div className={`${ROW} text-quiet border-border border-b pb-1 text-xs`}>
        <span className="max-md:hidden">Capability</span>
        <Track>
          <div className="relative h-5">
            {quarters.map(({ quarter, startAt, endAt }) => (
              <span
                key={quarter}
                className="border-line absolute inset-y-0 border-l pl-1 whitespace-nowrap"
                style={{ left: percent(startAt), width: percent(endAt - startAt) }}
              >
                {scaleText(quarter, quarters.length)}
              </span>
            ))}
          </div>
        </Track>
      </div>
      {groups.map((group) => (
        <Group key={group.id} group={group} quarters={quarters} horizon={horizon} />
      ))}
      {marks.length > 0 && (
        <div className={`${ROW} border-border border-t pt-1 text-xs`}>
          <span className="font-medium">Levels reached</span>
          <ul className="space-y-0.5">
            {marks.map(({ model, level, label, at, week }) => (
              <li key={`${model}:${level}`} className="relative h-5">
                <span
                  className={`absolute inset-y-0 whitespace-nowrap ${at > 0.5 ? 'border-r pr-1' : 'border-l pl-1'} border-ink`}
                  style={at > 0.5 ? { right: percent(1 - at) } : { left: percent(at) }}
                >
                  <span aria-hidden="true" className="text-accent">
                    {VENDORS[model].mark}{' '}
                  </span>
                  {label}
                  <span className="text-quiet">, week {week}</span>
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </figure>
  );
}

const CRITICAL = 'bg-rung-4 border border-ink';
const RELAXED = 'bg-rung-2 border border-transparent';

function Track({ children }: { children: React.ReactNode }) {
  return <div className="relative min-w-0">{children}</div>;
}

type Grid = Pick<ReturnType<typeof timelineOf>, 'quarters' | 'horizon'>;

function Group({ group: { title, rows }, quarters, horizon }: Grid & { group: TimelineGroup }) {
  return (
    <section className="border-line border-b py-1">
      <h3 className="text-quiet text-xs">{title}</h3>
      {rows.map(({ capability, title: name, bars }) => (
        <div key={capability} className={`${ROW} py-px`}>
          <span className="truncate text-sm">{name}</span>
          <Track>
            {quarters.map(({ quarter, startAt }) => (
              <span
                key={quarter}
                aria-hidden="true"
                className="border-line absolute inset-y-0 border-l"
                style={{ left: percent(startAt) }}
              />
            ))}
            {horizon !== null && (
              <span
                aria-hidden="true"
                className="border-warn absolute inset-y-0 border-l-2 border-dashed"
                style={{ left: percent(horizon.at) }}
              />
            )}
            <ul className="relative h-6">
              {bars.map((bar) => (
                <Bar key={bar.id} bar={bar} />
              ))}
            </ul>
          </Track>
        </div>
      ))}
    </section>
  );
}

function Bar({ bar }: { bar: TimelineBar }) {
  const { id, label, to, startAt, endAt, startWeek, endWeek, critical, late, inProgress } = bar;
  const words = [
    label,
    `weeks ${startWeek} to ${endWeek}`,
    plural(endWeek - startWeek, 'week'),
    ...(critical ? ['critical'] : []),
    ...(late ? ['past the plan'] : []),
    ...(inProgress ? ['in progress'] : []),
  ].join(', ');
  return (
    <li className="absolute inset-y-0.5" style={{ left: percent(startAt), width: percent(endAt - startAt) }}>
      <a
        href={`#${id}`}
        title={words}
        className={`block h-full min-w-1 overflow-hidden rounded-sm text-center text-xs leading-4.5 ${critical ? `${CRITICAL} text-[var(--on-rung-high)]` : `${RELAXED} text-[var(--on-rung-low)]`}`}
      >
        <span aria-hidden="true">{to}</span>
        <span className="sr-only">{words}</span>
      </a>
    </li>
  );
}
