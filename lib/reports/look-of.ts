import type { Look } from '../pdf/view';
import { dayOf } from '../domain/calendar';

/** How a report is printed on this paper: where Letter is the paper, dates are written the American way. */
export const lookOf = (paper: Look['paper'], now: Date): Look => ({
  paper,
  locale: paper === 'us-letter' ? 'en-US' : 'en-GB',
  generatedOn: dayOf(now),
});
