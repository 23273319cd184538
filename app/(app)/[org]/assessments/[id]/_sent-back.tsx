import type { ReviewView } from '@/lib/assessments/review-of';
import { dateText } from '@/lib/domain/labels';
import { Notice } from '../../../../ui/notice';

/** Who sent a draft back and why, for as long as it is not handed in again. */
export function SentBack({ review: { status, last } }: { review: ReviewView }) {
  if (status !== 'draft' || last === null) return null;
  return (
    <Notice kind="warn">
      <b>
        Sent back by {last.by}, {dateText(last.at)}.
      </b>{' '}
      <span className="whitespace-pre-line">{last.sentBack}</span>
    </Notice>
  );
}
