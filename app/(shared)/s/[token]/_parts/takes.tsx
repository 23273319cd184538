import type { WantedDecision } from '@/lib/domain/decisions';
import { capitalised } from '@/lib/domain/labels';
import {
  daysText,
  pacesText,
  plansText,
  shortText,
  waitText,
  type WhatItTakes,
} from '@/lib/domain/what-it-takes';

const ROLES = 3;

/** What the chosen plans take together. */
export const Takes = ({ takes }: { takes: WhatItTakes }) => (
  <>
    <ul className="max-w-prose space-y-1 text-sm">
      <li>{daysText(takes)}</li>
      {takes.short.slice(0, ROLES).map((role) => (
        <li key={role.title}>{shortText(role)}</li>
      ))}
      <li>{pacesText(takes)}</li>
    </ul>
    <p className="text-quiet mt-2 text-xs">{capitalised(plansText(takes))}.</p>
  </>
);

/** What is asked of the reader, with who waits and until when. */
export const WantedDecisions = ({ decisions }: { decisions: readonly WantedDecision[] }) => (
  <ol className="max-w-prose space-y-2">
    {decisions.map((each, index) => (
      <li key={`${index} ${each.title}`} className="grid grid-cols-[1.5rem_minmax(0,1fr)]">
        <span className="text-quiet tabular-nums">{index + 1}</span>
        <span>
          <span className="block wrap-anywhere">{each.title}</span>
          <span className="text-quiet block text-sm">{waitText(each)}</span>
        </span>
      </li>
    ))}
  </ol>
);
