import type { Scorecard, TrendPoint } from '@/lib/domain/scorecard';
import { quarterText } from '@/lib/domain/labels';
import type { ScorecardModel } from '@/lib/domain/scorecard-models';
import { BreakMark } from '../../../ui/break-mark';

/** Of the teams that finished in each quarter, how many had reached the lead model's target, were near it or far from it. */
export function Moving({ trend, lead }: { trend: Scorecard['trend']; lead: ScorecardModel | undefined }) {
  if (lead === undefined || lead.target === null || trend.length < 2)
    return (
      <p className="text-sm">A second quarter with finished assessments shows here how the teams move.</p>
    );
  return (
    <>
      <table className="w-full text-sm">
        <caption className="sr-only">Teams and what they have to go, by quarter</caption>
        <thead className="sr-only">
          <tr>
            {['Quarter', 'Picture', 'Teams', 'Open requirements'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trend.slice(-6).map((point) => (
            <Row key={point.quarter} point={point} lead={lead} />
          ))}
        </tbody>
      </table>
      <p className="text-quiet mt-2 text-xs">Solid: reached · hatched: near · empty: far</p>
      {trend.some(({ breaks }) => breaks) && (
        <p className="mt-2 text-sm">
          <BreakMark>
            The measure changed where marked: the quarters on its two sides are not on one scale.
          </BreakMark>
        </p>
      )}
    </>
  );
}

function Row({ point, lead }: { point: TrendPoint; lead: ScorecardModel }) {
  const own = point.models.find(({ model }) => model === lead.model);
  const distance = own?.distance ?? null;
  const of = own?.teams ?? 0;
  const share = (teams: number) => `${of === 0 ? 0 : (100 * teams) / of}%`;
  return (
    <tr
      className={`narrow:grid narrow:grid-cols-[auto_minmax(0,1fr)_auto] narrow:items-center ${point.breaks ? 'border-warn border-t-2 border-dashed' : ''}`}
    >
      <th scope="row" className="py-0.5 pr-3 text-left font-normal whitespace-nowrap">
        {quarterText(point.quarter)}
      </th>
      <td className="wide:w-2/5 py-0.5 pr-3">
        <span
          aria-hidden="true"
          className="border-border bg-sunken flex h-3 overflow-hidden rounded-sm border"
        >
          <span className="bg-rung-3" style={{ width: share(distance?.reached ?? 0) }} />
          <span className="hatched" style={{ width: share(distance?.near ?? 0) }} />
        </span>
      </td>
      <td className="py-0.5 pr-3 whitespace-nowrap tabular-nums">
        {point.teams} <span className="text-quiet">{point.teams === 1 ? 'team' : 'teams'}</span>
      </td>
      <td className="text-quiet narrow:col-span-3 narrow:pb-2 narrow:text-left py-0.5 text-right whitespace-nowrap tabular-nums">
        {distance === null
          ? 'not asked'
          : `${distance.reached} reached · ${distance.near} near · ${distance.open} open`}
      </td>
    </tr>
  );
}
