import Link from 'next/link';
import { plural } from '@/lib/domain/labels';
import type { Report } from '@/lib/domain/report';
import { answered } from '@/lib/domain/result-view';
import { buttonClass } from '../../../../../../ui/button';
import { Finish } from './finish';
import { answerHref, type Links } from '../../_links';

type Props = {
  report: Report;
  links: Links;
  org: string;
  id: string;
  mayAnswer: boolean;
  mayFinish: boolean;
};

/** Says of a draft how much is answered, and leads on. */
export function DraftRibbon({ report, links, org, id, mayAnswer, mayFinish }: Props) {
  const { count, of } = answered(report);
  const first = report.trust.notKnown.find((each) => !each.answered);
  return (
    <div className="bg-sunken border-warn mb-6 flex flex-wrap items-center gap-x-2 gap-y-3 rounded-md border-l-4 px-4 py-3">
      <p className="mr-auto pr-4">
        <b>
          Draft: {count} of {of} answered.
        </b>{' '}
        {first !== undefined && 'What is not answered yet can still be either way, and is hatched.'}
      </p>
      {mayAnswer && first !== undefined && (
        <Link href={answerHref(links, first.capability)} className={buttonClass('primary')}>
          Go on answering
        </Link>
      )}
      {mayFinish && <Finish org={org} id={id} left={leftText(of - count)} />}
    </div>
  );
}

const leftText = (left: number): string | null =>
  left === 0
    ? null
    : `${plural(left, 'question')} ${left === 1 ? 'is' : 'are'} not answered and would stay not known.`;
