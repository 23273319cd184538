import type { Route } from 'next';
import { dueText } from '@/lib/domain/round-words';
import type { RoundOfTeam } from '@/lib/rounds/round-of-team';
import { buttonClass } from '../../../../ui/button';
import { Link } from '../../../../ui/link';
import { Notice } from '../../../../ui/notice';

type Props = { org: string; team: string; round: RoundOfTeam; mayStart: boolean; maySee: boolean };

/** The open round that the team is in, and the way to what it asks for; its own page is for who may see the whole organisation. */
export function RoundNotice({ org, team, round, mayStart, maySee }: Props) {
  const { state } = round;
  const title = maySee ? (
    <Link href={`/${org}/rounds/${round.id}` as Route} className="link wrap-anywhere">
      {round.title}
    </Link>
  ) : (
    <span className="wrap-anywhere">{round.title}</span>
  );
  return (
    <div className="mb-6">
      <Notice>
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          {state.kind === 'finished' ? (
            <p>This team has finished {title}.</p>
          ) : (
            <p>
              {title} {round.overdue ? '' : 'is '}
              {dueText(round)}
              {state.kind === 'in-review' && '; the assessment is in review'}.
            </p>
          )}
          {mayStart && state.kind === 'not-started' && (
            <Link href={`/${org}/teams/${team}/start` as Route} className={buttonClass('primary')}>
              Start the assessment
            </Link>
          )}
          {mayStart && state.kind === 'answering' && (
            <Link href={`/${org}/assessments/${state.id}` as Route} className={buttonClass('primary')}>
              Go on with the draft
            </Link>
          )}
        </div>
      </Notice>
    </div>
  );
}
