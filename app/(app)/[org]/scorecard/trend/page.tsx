import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireMember } from '@/lib/auth/actor';
import { atUnit } from '@/lib/auth/places';
import { percent, quarterText } from '@/lib/domain/labels';
import { overviewAt } from '@/lib/orgs/org-overview';
import { BreakMark } from '../../../../ui/break-mark';
import { Vendor } from '../../../../ui/vendor';
import { DetailHead } from '../_head';

export const metadata: Metadata = { title: 'Trend' };

export default async function TrendPage({ params, searchParams }: PageProps<'/[org]/scorecard/trend'>) {
  const [{ org: slug }, { unit: asked }] = await Promise.all([params, searchParams]);
  const unit = typeof asked === 'string' ? asked : undefined;
  const { org, ctx, grants } = await requireMember(
    atUnit({ org: slug, unit }),
    'org.read',
    `/${slug}/scorecard/trend`,
  );
  const found = await overviewAt(ctx, unit, org.questionnaires, { aims: org.aims });
  if (found === null) notFound();
  const { trend, models } = found.scorecard;
  return (
    <>
      <DetailHead org={org} grants={grants} unit={unit} current="trend" title="Quarter by quarter" />
      <p className="mb-4 max-w-prose">
        Each quarter counts the teams that finished an assessment of it, so that who took part can differ from
        one to the next. Distances are to the levels that are the target today.
      </p>
      {trend.length === 0 ? (
        <p>No team has finished an assessment yet.</p>
      ) : (
        <div className="relative overflow-x-auto" role="region" aria-label="Trend" tabIndex={0}>
          <table className="w-full text-sm">
            <thead>
              <tr className="border-border border-b text-left align-bottom">
                <th scope="col" className="py-1.5 pr-4 font-medium">
                  Quarter
                </th>
                <th scope="col" className="py-1.5 pr-4 font-medium">
                  Teams
                </th>
                {models.map(({ model, target }) => (
                  <th key={model} scope="col" className="py-1.5 pr-4 font-medium">
                    <Vendor id={model} />
                    <span className="text-quiet block font-normal">
                      {target === null ? 'no target' : `to ${target.label}`}
                    </span>
                  </th>
                ))}
                <th scope="col" className="py-1.5 pr-4 font-medium">
                  Mean share
                </th>
                <th scope="col" className="py-1.5 font-medium">
                  Newly met, lost
                </th>
              </tr>
            </thead>
            <tbody>
              {trend.toReversed().map((point) => (
                <tr
                  key={point.quarter}
                  className={`border-b ${point.breaks ? 'border-warn border-b-2 border-dashed' : 'border-line'}`}
                >
                  <th scope="row" className="py-1.5 pr-4 text-left font-normal whitespace-nowrap">
                    {quarterText(point.quarter)}
                  </th>
                  <td className="py-1.5 pr-4 tabular-nums">{point.teams}</td>
                  {point.models.map(({ model, distance }) => (
                    <td key={model} className="py-1.5 pr-4 whitespace-nowrap tabular-nums">
                      {distance === null
                        ? '–'
                        : `${distance.reached} reached · ${distance.near} near · ${distance.open} of ${distance.of} open`}
                    </td>
                  ))}
                  <td className="py-1.5 pr-4 whitespace-nowrap tabular-nums">{percent(point.overall)}</td>
                  <td className="py-1.5 whitespace-nowrap tabular-nums">
                    {point.met}, {point.lost}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {trend.some(({ breaks }) => breaks) && (
        <p className="mt-4 max-w-prose">
          <BreakMark>
            Below a dashed line another measure was in use: its two sides are not on one scale.
          </BreakMark>
        </p>
      )}
    </>
  );
}
