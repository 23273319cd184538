import { dateText } from '@/lib/domain/labels';
import { scorecardText } from '@/lib/domain/scorecard-text';
import { tellable, weakestFirst, type SharedView } from '@/lib/domain/shared-view';
import { buttonClass } from '../../../../ui/button';
import { CopyText } from '../../../../ui/copy-text';
import { ByUnit } from './by-unit';
import { HoldsBack } from './holds-back';
import { HowSure } from './how-sure';
import { Part } from './part';
import { Takes, WantedDecisions } from './takes';
import { Target } from './target';
import { Weak } from './weak';

/** A frozen scorecard: on a phone the first screenful answers. */
export function SharedScorecard({ token, view, hash }: { token: string; view: SharedView; hash: string }) {
  const { organisation, scorecard, takes } = view;
  const [lead, ...others] = scorecard.models;
  const [first, ...rest] = scorecard.sentences;
  const domains = weakestFirst(scorecard);
  return (
    <article>
      <header className="pb-4">
        <h1 className="text-lg">{organisation} · ML maturity</h1>
        <p className="text-quiet text-sm">
          As of {dateText(view.frozenAt)} · {scorecard.teams} of {scorecard.certainty.expected} teams
        </p>
        <p className="mt-4 max-w-prose text-lg font-medium">{first}</p>
        {rest.length > 0 && <p className="mt-2 max-w-prose">{rest.join(' ')}</p>}
      </header>
      {lead !== undefined && (
        <Part>
          <Target of={lead} />
        </Part>
      )}
      {takes !== undefined && takes.decisions.length > 0 && (
        <Part title="Decisions wanted from you">
          <WantedDecisions decisions={takes.decisions} />
        </Part>
      )}
      {others.length > 0 && (
        <Part>
          <details className="md:unfolded print:unfolded">
            <summary className="link min-h-8 text-sm">
              By {others.length} more {others.length === 1 ? 'model' : 'models'}
            </summary>
            <div className="grid gap-6 pt-3 md:grid-cols-2 md:pt-0 print:grid-cols-2 print:pt-0">
              {others.map((model) => (
                <Target key={model.model} of={model} />
              ))}
            </div>
          </details>
        </Part>
      )}
      <div className="md:grid md:grid-cols-2 md:gap-x-10 print:grid print:grid-cols-2 print:gap-x-8">
        {scorecard.holdsBack.length > 0 && (
          <Part title="What holds back most teams">
            <HoldsBack items={scorecard.holdsBack} />
          </Part>
        )}
        <Part title="Where we are weak">
          <Weak domains={domains} />
        </Part>
        <ByUnit domains={domains} heat={scorecard.heat} />
      </div>
      {takes !== undefined && takes.plans > 0 && (
        <Part title="What it will take">
          <Takes takes={takes} />
        </Part>
      )}
      <div className="flex flex-wrap gap-2 py-4 print:hidden">
        <a href={`/s/${token}/pdf`} className={buttonClass('plain')}>
          PDF, one page
        </a>
        <CopyText
          text={scorecardText(tellable(scorecard), {
            organisation,
            unit: null,
            date: view.frozenAt.slice(0, 10),
            takes,
          })}
        >
          Copy
        </CopyText>
      </div>
      <Part title="How sure?">
        <HowSure view={view} hash={hash} />
      </Part>
    </article>
  );
}
