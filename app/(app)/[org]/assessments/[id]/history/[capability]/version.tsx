import type { ReactNode } from 'react';
import type { AnswerHistory, AnswerVersion } from '@/lib/assessments/answer-history';
import type { Standing } from '@/lib/domain/answers';
import { dateText } from '@/lib/domain/labels';
import { RungBadge } from '../../../../../../ui/rung-badge';

/** What one version of an answer said, by whom and when; `children` is what can be done with it. */
export function Version({
  version,
  rungs,
  children,
}: {
  version: AnswerVersion;
  rungs: AnswerHistory['ladder']['rungs'];
  children?: ReactNode;
}) {
  const { choice, note, evidence, flagged, by, at } = version;
  return (
    <div className="max-w-prose break-words">
      <p className="text-quiet mb-1 text-sm">
        {by},{' '}
        <time dateTime={at}>
          {dateText(at)}, {at.slice(11, 16)}
        </time>
        {flagged && ' · flagged'}
      </p>
      <p className="flex gap-3">
        {choice === null ? (
          'Left open'
        ) : (
          <>
            <span className="shrink-0">
              <RungBadge standing={standingOf(choice)} />
            </span>
            <span>{wordsOf(choice, rungs)}</span>
          </>
        )}
      </p>
      {note !== null && <p className="border-line mt-2 border-l-2 pl-3 whitespace-pre-wrap">{note}</p>}
      {evidence.length > 0 && (
        <ul className="mt-2 list-disc pl-5 text-sm">
          {evidence.map((each, index) => (
            <li key={index}>
              {each.url === undefined ? (
                each.title
              ) : (
                <a href={each.url} rel="noreferrer" className="link">
                  {each.title}
                </a>
              )}
              {each.note !== undefined && `: ${each.note}`}
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  );
}

type Choice = NonNullable<AnswerVersion['choice']>;

const standingOf = (choice: Choice): Standing =>
  'rung' in choice ? choice.rung : 'notApplicable' in choice ? 'not-applicable' : 'unknown';

function wordsOf(choice: Choice, rungs: readonly string[]): string {
  if ('rung' in choice) return rungs[choice.rung] ?? '';
  return 'notApplicable' in choice ? `Not applicable: ${choice.reason}` : 'Don’t know';
}
