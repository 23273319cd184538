import type { Assessment } from '@/db/schema/assessments';
import { failed, type Failure } from '../errors';

const WHY = {
  review: 'This assessment is in review; it changes again once it is sent back.',
  finished: 'This assessment is finished and no longer changes.',
};

/** The refusal of any change to answers, scope or targets of what is no draft; `null` for a draft. */
export const fixed = ({ status }: Pick<Assessment, 'status'>): Failure<never> | null =>
  status === 'draft' ? null : failed('finished', WHY[status]);
