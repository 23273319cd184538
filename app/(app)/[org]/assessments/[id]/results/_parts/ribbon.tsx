import type { ReviewView } from '@/lib/assessments/review-of';
import { dateText, plural } from '@/lib/domain/labels';
import type { Action } from '@/lib/domain/policy';
import type { Report } from '@/lib/domain/report';
import { answered } from '@/lib/domain/result-view';
import { buttonClass } from '../../../../../../ui/button';
import { Link } from '../../../../../../ui/link';
import { SentBack } from '../../_sent-back';
import { Finish } from './finish';
import { SendBack } from './send-back';
import { answerHref, type Links } from '../../_links';

type Props = {
  report: Report;
  links: Links;
  org: string;
  id: string;
  review: ReviewView;
  may: (action: Action) => boolean;
};

/** Says of what is not finished how much is answered and who has it, and leads on. */
export function DraftRibbon(props: Props) {
  const { review } = props;
  return (
    <div className="mb-6 space-y-3">
      <SentBack review={review} />
      <div className="bg-sunken border-warn flex flex-wrap items-center gap-x-2 gap-y-3 rounded-md border-l-4 px-4 py-3">
        {review.status === 'review' ? <InReview {...props} /> : <Draft {...props} />}
      </div>
    </div>
  );
}

function InReview({ report, org, id, review: { last, own }, may }: Props) {
  const { count, of } = answered(report);
  return (
    <>
      <p className="mr-auto pr-4">
        <b>
          In review: {count} of {of} answered.
        </b>
        {last !== null && ` Handed in by ${last.by}, ${dateText(last.at)}.`} Nobody changes it until it is
        finished or sent back.
      </p>
      {(own || may('assessment.review')) && <SendBack org={org} id={id} own={own} />}
      {may('assessment.review') && <Finish org={org} id={id} left={leftText(of - count)} inReview />}
    </>
  );
}

function Draft({ report, links, org, id, may }: Props) {
  const { count, of } = answered(report);
  const first = report.trust.notKnown.find((each) => !each.answered);
  return (
    <>
      <p className="mr-auto pr-4">
        <b>
          Draft: {count} of {of} answered.
        </b>{' '}
        {first !== undefined && 'What is not answered yet can still be either way, and is hatched.'}
      </p>
      {may('assessment.answer') && first !== undefined && (
        <Link href={answerHref(links, first.capability)} className={buttonClass('primary')}>
          Go on answering
        </Link>
      )}
      {may('assessment.finish') && <Finish org={org} id={id} left={leftText(of - count)} />}
    </>
  );
}

const leftText = (left: number): string | null =>
  left === 0
    ? null
    : `${plural(left, 'question')} ${left === 1 ? 'is' : 'are'} not answered and would stay not known.`;
