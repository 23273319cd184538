import type { Route } from 'next';
import { plural } from '@/lib/domain/labels';
import { daysText, pacesText, shortText, waitText, type WhatItTakes } from '@/lib/domain/what-it-takes';
import { Link } from '../../../ui/link';

const ROLES = 2;

/** What the chosen plans take together, and the decisions that teams wait for. */
export function Takes({ takes, org, mayDecide }: { takes: WhatItTakes; org: string; mayDecide: boolean }) {
  const { plans, short } = takes;
  return (
    <div className="text-sm">
      {plans === 0 ? (
        <p>No team follows a plan yet. A team chooses one on the roadmap of its assessment.</p>
      ) : (
        <ul>
          <li>{daysText(takes)}</li>
          {short.slice(0, ROLES).map((role) => (
            <li key={role.title}>{shortText(role)}</li>
          ))}
          <li>{pacesText(takes)}</li>
        </ul>
      )}
      <Decisions takes={takes} org={org} mayDecide={mayDecide} />
    </div>
  );
}

function Decisions({
  takes: { decisions, proposed },
  org,
  mayDecide,
}: {
  takes: WhatItTakes;
  org: string;
  mayDecide: boolean;
}) {
  const page = `/${org}/scorecard/decisions` as Route;
  const offered = mayDecide && proposed > 0;
  if (decisions.length === 0 && !offered) return null;
  return (
    <>
      <div className="wide:mt-1.5 mt-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-base font-semibold">Decisions wanted from you</h3>
        <Link href={page} className="link print:hidden">
          {offered ? `${plural(proposed, 'more is', 'more are')} proposed` : 'All decisions'}
        </Link>
      </div>
      <ol>
        {decisions.map((each, index) => (
          <li key={`${index} ${each.title}`} className="grid grid-cols-[1.25rem_minmax(0,1fr)]">
            <span className="text-quiet tabular-nums">{index + 1}</span>
            <span className="flex flex-wrap justify-between gap-x-4">
              <span className="wrap-anywhere">{each.title}</span>
              <span className="text-quiet">{waitText(each)}</span>
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
