import type { Route } from 'next';
import type { ReactNode } from 'react';
import { dateText, plural } from '@/lib/domain/labels';
import type { TeamAssessment } from '@/lib/teams/team-home';
import { Link } from '../../../../ui/link';
import { Vendor } from '../../../../ui/vendor';

/** One assessment of the team: a draft with how far it is, a finished one with its levels; `children` is its menu. */
export function AssessmentRow({
  org,
  assessment,
  children,
}: {
  org: string;
  assessment: TeamAssessment;
  children: ReactNode;
}) {
  const { id, title, status, assessedOn, levels, answered, archived, version, replaced } = assessment;
  const base = `/${org}/assessments/${id}`;
  return (
    <li className="flex items-start justify-between gap-x-4 py-3">
      <div className="flex flex-1 flex-wrap items-baseline justify-between gap-x-8 gap-y-1">
        <div>
          <Link href={(status === 'draft' ? base : `${base}/results`) as Route} className="link font-medium">
            {title}
            {version > 1 && ` · version ${version}`}
          </Link>
          <p className="text-quiet text-sm">
            {answered === null
              ? `finished, answers of ${dateText(assessedOn)}${archived ? ', archived' : ''}${replaced ? ', replaced by a newer version' : ''}`
              : `${status === 'review' ? 'in review' : 'draft'}, ${plural(answered, 'answer')} so far`}
          </p>
        </div>
        <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm lg:grid lg:grid-cols-[11rem_12rem_11rem]">
          {levels.map(({ model, level, toGo }) => (
            <li key={model}>
              <Vendor id={model} /> <span className="font-medium">{level}</span>
              {toGo !== null && <span className="text-quiet"> · {toGo} to go</span>}
            </li>
          ))}
        </ul>
      </div>
      {children}
    </li>
  );
}
