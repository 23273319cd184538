import * as z from 'zod';
import { LIMITS } from '../domain/limits';
import { plainText } from '../domain/schema/answers';
import { ENGAGEMENT_STATUSES } from '../domain/vocabulary';
import { emptyOr } from '../form-fields';

const day = emptyOr(z.iso.date('enter a day, such as 2027-03-31'));

/** What a firm notes of a client. */
export const clientFields = z.object({
  org: z.string(),
  sponsor: plainText(LIMITS.title).default(''),
  scope: plainText(LIMITS.reason).default(''),
  startsOn: day,
  endsOn: day,
  status: z.enum(ENGAGEMENT_STATUSES).default('planned'),
});

/** For the refinement of a form with these fields. */
export const daysInOrder = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }): boolean =>
  startsOn === '' || endsOn === '' || startsOn <= endsOn;

export const DAYS_FAULT = { path: ['endsOn'], error: 'is before the first day' };

type Noted = {
  sponsor: string;
  scope: string;
  startsOn: string;
  endsOn: string;
  status: (typeof ENGAGEMENT_STATUSES)[number];
};

/** The same as it is stored. */
export const noted = ({ sponsor, scope, startsOn, endsOn, status }: Noted) => ({
  ...{ sponsor, scope, status },
  startsOn: startsOn === '' ? null : startsOn,
  endsOn: endsOn === '' ? null : endsOn,
});
