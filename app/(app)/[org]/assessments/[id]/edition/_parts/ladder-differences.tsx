import type { EditionChange } from '@/lib/assessments/edition-change';
import type { LadderDifference } from '@/lib/domain/edition-differences';
import { standingText } from '@/lib/domain/labels';
import { RUNGS } from '@/lib/domain/vocabulary';
import { RungBadge } from '../../../../../../ui/rung-badge';

/** Each ladder that differs: its rungs in both wordings, 4 on top as where they are answered, with one's own answer marked. */
export function LadderDifferences({ change: { differences, from, to } }: { change: EditionChange }) {
  return (
    <div className="space-y-8">
      {differences.ladders.map((ladder) => (
        <Ladder
          key={ladder.id}
          ladder={ladder}
          from={from}
          to={to}
          flagged={differences.flagged.includes(ladder.id)}
        />
      ))}
    </div>
  );
}

type Props = { ladder: LadderDifference; from: string; to: string; flagged: boolean };

function Ladder({ ladder, from, to, flagged }: Props) {
  const { title, rungs, standing, regrouped } = ladder;
  const changed = RUNGS.toReversed().flatMap((rung) => {
    const texts = rungs[rung];
    return texts === undefined || texts.before === texts.after ? [] : [{ rung, ...texts }];
  });
  return (
    <div>
      <h3 className="text-base">
        {title}{' '}
        <span className="text-quiet text-sm font-normal">
          answered: {standingText(standing)}
          {flagged && ', will be flagged'}
        </span>
      </h3>
      {changed.length > 0 && (
        <table className="mt-1 w-full text-sm">
          <caption className="sr-only">Rungs of {title} that are worded anew</caption>
          <thead>
            <tr className="text-quiet text-left max-sm:sr-only">
              <th scope="col" className="w-12 py-1 pr-4 font-normal">
                Rung
              </th>
              <th scope="col" className="w-1/2 py-1 pr-4 font-normal">
                {from}
              </th>
              <th scope="col" className="py-1 font-normal">
                {to}
              </th>
            </tr>
          </thead>
          <tbody>
            {changed.map(({ rung, before, after }) => (
              <tr
                key={rung}
                className={`border-line border-t align-top max-sm:grid max-sm:gap-y-1 max-sm:py-2 ${rung === standing ? 'bg-sunken' : ''}`}
              >
                <th scope="row" className="py-2 pr-4 text-left font-normal whitespace-nowrap max-sm:py-0">
                  <RungBadge standing={rung} />
                  {rung === standing && (
                    <span className="block text-xs font-medium max-sm:ml-2 max-sm:inline">yours</span>
                  )}
                </th>
                <td className="text-quiet py-2 pr-4 max-sm:py-0">
                  <span className="sm:hidden">{from}: </span>
                  {before}
                </td>
                <td className="py-2 max-sm:py-0">
                  <span className="text-quiet sm:hidden">{to}: </span>
                  {after}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Exclusion ladder={ladder} />
      {regrouped && (
        <p className="text-quiet mt-1 text-sm">It counts in another domain, pillar, phase or side.</p>
      )}
    </div>
  );
}

function Exclusion({ ladder: { exclusion, facts, standing } }: { ladder: LadderDifference }) {
  if (exclusion === 'same') return null;
  const excluded = standing === 'not-applicable';
  return (
    <p className="mt-1 max-w-prose text-sm">
      {exclusion === 'withdrawn' &&
        `It always applies now. Before it did not where: ${facts.before ?? ''}${excluded ? ' Your answer becomes unanswered, its reason a note.' : ''}`}
      {exclusion === 'allowed' && `It may now be said not to apply where: ${facts.after ?? ''}`}
      {exclusion === 'reworded' &&
        `When it does not apply is worded anew. Before: ${facts.before ?? ''} Now: ${facts.after ?? ''}`}
    </p>
  );
}
