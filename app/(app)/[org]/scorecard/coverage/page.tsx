import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { requireMember } from '@/lib/auth/actor';
import { atUnit } from '@/lib/auth/places';
import { plural } from '@/lib/domain/labels';
import { pageOf } from '@/lib/domain/page-of';
import { coverage } from '@/lib/orgs/coverage';
import { Link } from '../../../../ui/link';
import { Pages } from '../../../../ui/pages';
import { DetailHead } from '../_head';

export const metadata: Metadata = { title: 'Coverage' };

export default async function CoveragePage({ params, searchParams }: PageProps<'/[org]/scorecard/coverage'>) {
  const [{ org: slug }, { unit: asked, page: wanted }] = await Promise.all([params, searchParams]);
  const unit = typeof asked === 'string' ? asked : undefined;
  const { org, ctx, grants } = await requireMember(
    atUnit({ org: slug, unit }),
    'org.read',
    `/${slug}/scorecard/coverage`,
  );
  const found = await coverage(ctx, unit);
  if (found === null) notFound();
  const { teams, finished, waiting } = found;
  const { items, page, pages } = pageOf(waiting, Number(wanted) || 1);
  const query = unit === undefined ? '' : `unit=${encodeURIComponent(unit)}&`;
  return (
    <>
      <DetailHead
        org={org}
        grants={grants}
        unit={unit}
        current="coverage"
        title="Who has finished, and who has not"
      />
      <p className="mb-4">
        {finished} of {plural(teams, 'team')} finished.
      </p>
      {waiting.length > 0 && (
        <table className="w-full max-w-3xl text-sm">
          <thead>
            <tr className="border-border border-b text-left">
              {['Team', 'Unit', 'State'].map((title) => (
                <th key={title} scope="col" className="py-1.5 pr-4 font-medium">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((team) => (
              <tr key={team.slug} className="border-line border-b">
                <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                  <Link href={`/${slug}/teams/${team.slug}` as Route} className="link">
                    {team.name}
                  </Link>
                </th>
                <td className="text-quiet py-1.5 pr-4">{team.unit}</td>
                <td className="py-1.5">{team.answering ? 'answering' : 'not started'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Pages
        label="Pages of teams"
        page={page}
        pages={pages}
        href={(to) => `/${slug}/scorecard/coverage?${query}page=${to}` as Route}
      />
    </>
  );
}
