import { range, standingMark } from '@/lib/domain/labels';
import type { ReportGap } from '@/lib/domain/report';
import { daysText } from '@/lib/domain/result-view';
import { Ladder } from '../../../../../../ui/ladder';
import { Link } from '../../../../../../ui/link';
import { answerHref, type Links } from '../../_links';

const HEAD = 'py-1 pr-4 font-normal';

/** Gaps in order of priority; on a phone each becomes a block of lines. */
export function GapTable({ label, gaps, links }: { label: string; gaps: ReportGap[]; links: Links }) {
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{label}</caption>
      <thead>
        <tr className="text-quiet text-left max-md:sr-only">
          <th scope="col" className={HEAD}>
            Capability
          </th>
          <th scope="col" className={HEAD}>
            You → needs
          </th>
          <th scope="col" className={HEAD}>
            Climbs
          </th>
          <th scope="col" className={HEAD}>
            Days
          </th>
          <th scope="col" className="py-1 font-normal md:w-2/5">
            Blocks
          </th>
        </tr>
      </thead>
      <tbody>
        {gaps.map((gap) => (
          <Row key={gap.capability} gap={gap} links={links} />
        ))}
      </tbody>
    </table>
  );
}

const CELL = 'py-2 pr-4 max-md:py-0 max-md:pr-0';

function Row({ gap, links }: { gap: ReportGap; links: Links }) {
  const { capability, title, standing, required, climbs, days, blocks, ownTarget } = gap;
  return (
    <tr className="border-line border-t align-top max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-4 max-md:gap-y-1 max-md:py-3">
      <th scope="row" className={`${CELL} text-left font-medium max-md:w-full`}>
        <Link href={answerHref(links, capability)} className="link">
          {title}
        </Link>
        {typeof standing !== 'number' && (
          <span className="text-quiet block font-normal">not confirmed: find out first, half a day</span>
        )}
      </th>
      <td className={CELL}>
        <span aria-hidden="true" className="mr-3 inline-block w-12 whitespace-nowrap">
          {standingMark(standing)} → {required}
        </span>
        <Ladder standing={standing} needs={required} />
      </td>
      <td className={CELL}>
        {range(climbs.fewest, climbs.most)}
        <span className="md:hidden"> {climbs.most === 1 ? 'climb' : 'climbs'}</span>
      </td>
      <td className={CELL}>
        <span className="max-md:hidden">{range(days.fewest, days.most)}</span>
        <span className="md:hidden">{daysText(days)}</span>
      </td>
      <td className="py-2 max-md:w-full max-md:py-0">
        <details>
          <summary className="min-h-6">
            {blocks.map(({ label, isNext }, index) => (
              <span key={label}>
                {index > 0 && ' · '}
                {isNext ? <b>{label} (next)</b> : label}
              </span>
            ))}
            {ownTarget && ' own target'}
          </summary>
          {blocks.map(({ label, criteria }) => (
            <div key={label} className="mt-1 mb-2">
              <p className="text-quiet">{label}</p>
              <ul className="space-y-0.5">
                {criteria.map(({ id, text }) => (
                  <li key={id}>
                    {text} <span className="whitespace-nowrap normal-nums">{id}</span>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </details>
      </td>
    </tr>
  );
}
