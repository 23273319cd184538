import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireMember } from '@/lib/auth/actor';
import { atUnit } from '@/lib/auth/places';
import { plural } from '@/lib/domain/labels';
import { isShortOf } from '@/lib/domain/scorecard-plans';
import { plansBelow } from '@/lib/plans/plans-below';
import { DetailHead } from '../_head';
import { TeamLinks } from '../_team-links';
import { Demand } from './demand';
import { dayOf } from '@/lib/domain/calendar';

export const metadata: Metadata = { title: 'Roles' };

/** What the chosen plans ask of each role by quarter, what is there, and where it is not enough. */
export default async function RolesPage({ params, searchParams }: PageProps<'/[org]/scorecard/roles'>) {
  const [{ org: slug }, { unit: asked }] = await Promise.all([params, searchParams]);
  const unit = typeof asked === 'string' ? asked : undefined;
  const { org, ctx, grants } = await requireMember(
    atUnit({ org: slug, unit }),
    'org.read',
    `/${slug}/scorecard/roles`,
  );
  const found = await plansBelow(ctx, unit, org.aims);
  if (found === null) notFound();
  const { together, named } = found;
  const { plans, of, silent, roles } = together;
  const today = dayOf(ctx.now);
  const missing = roles.filter(({ short }) => short !== null);
  const lacking = await named(
    missing.map(
      ({ role }) =>
        (own) =>
          isShortOf(own, role, today),
    ),
  );
  const short = missing.map(({ title }, index) => ({ title, teams: lacking[index] ?? [] }));
  return (
    <>
      <DetailHead org={org} grants={grants} unit={unit} current="roles" title="Roles in demand" />
      {plans === 0 ? (
        <p>No team follows a plan yet. One is chosen on the roadmap of a finished assessment.</p>
      ) : (
        <p className="mb-4 max-w-prose">
          From the plans of {plans} of {plural(of, 'team')}, as they were when they were chosen. Asked for is
          the work of the plans, and what they leave out because nobody is there for it, as early as it could
          begin. Short is the work of roles that a team has nobody for, and what would have to be done at the
          same time for no step to take longer because its role has too little time. Business and executive
          roles are named and not hired, so they are never short.
        </p>
      )}
      {silent > 0 && (
        <p className="mb-4 max-w-prose">
          {plural(silent, 'plan was', 'plans were')} chosen before people were kept with a plan and{' '}
          {silent === 1 ? 'is' : 'are'} not in these figures. Choose the scenario again to count it.
        </p>
      )}
      {plans > 0 && (roles.length === 0 ? <p>No plan asks for anybody.</p> : <Demand roles={roles} />)}
      {short.length > 0 && (
        <dl className="mt-8 max-w-prose space-y-3 text-sm">
          {short.map(({ title, teams }) => (
            <div key={title}>
              <dt className="font-medium">
                {title}: short in {plural(teams.length, 'team')}
              </dt>
              <dd>
                <TeamLinks org={slug} teams={teams} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
