import { dateText, list, percent, plural } from '@/lib/domain/labels';
import type { SharedView } from '@/lib/domain/shared-view';

/** What the numbers rest on, when they were frozen, and the hash by which two copies of a view are the same. */
export function HowSure({ view, hash }: { view: SharedView; hash: string }) {
  const { certainty, teams } = view.scorecard;
  const waiting = certainty.expected - teams;
  const { backed, of } = certainty.evidence;
  const share = of === 0 ? 0 : backed / of;
  return (
    <div className="max-w-prose space-y-2 text-sm">
      <p>
        {waiting === 0
          ? 'Every team has an answer.'
          : `${plural(waiting, 'team has', 'teams have')} no answer yet.`}{' '}
        {certainty.oldest !== null && `The oldest answers are from ${dateText(certainty.oldest)}. `}
        {of > 0 &&
          `Current evidence on ${percent({ certain: share, best: share }).replace(' ', '\u00a0')} of the answers above rung 0. `}
        {certainty.answers.unknown > 0 &&
          `${plural(certainty.answers.unknown, 'answer is', 'answers are')} “don’t know”: what that could still be is in the ranges.`}
        {certainty.measures > 1 && ' Not all teams were scored by the same measure.'}
      </p>
      <p>
        Frozen {dateText(view.frozenAt)}, {view.frozenAt.slice(11, 16)} UTC · edition{' '}
        {list(certainty.editions.map(({ version }) => version))}
      </p>
      <p className="text-quiet text-xs">
        SHA-256 of this view: <span className="font-mono break-all">{hash}</span>
      </p>
    </div>
  );
}
