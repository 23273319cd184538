import type { ReactNode } from 'react';
import type { LadderView, TiedStatement } from '@/lib/assessments/questions-view';
import { list } from '@/lib/domain/labels';
import { VENDORS, type ModelId } from '@/lib/domain/vocabulary';
import { Button } from '../../../../../ui/button';
import { Link } from '../../../../../ui/link';
import { Vendor } from '../../../../../ui/vendor';
import { statementHref } from '../_links';
import { Fold } from './fold';
import { Key } from './key';
import type { Answering } from './use-answering';

/** Words, why, and what vendors say: folded, so that the question comes first. */
export function Explanations({ answering, ladder }: { answering: Answering; ladder: LadderView }) {
  const { view } = answering;
  const words = ladder.words.flatMap((id) => view.words[id] ?? []);
  return (
    <div className="mt-3 max-w-prose text-sm">
      {words.length > 0 && (
        <Fold
          summaryClass={SUMMARY}
          summary={
            <>
              Words <span className="text-quiet">{words.map(({ term }) => term).join(' · ')}</span>
            </>
          }
        >
          <Inside>
            <dl className="space-y-1">
              {words.map(({ term, meaning }) => (
                <div key={term}>
                  <dt className="inline font-medium">{term}: </dt>
                  <dd className="inline">{meaning}</dd>
                </div>
              ))}
            </dl>
          </Inside>
        </Fold>
      )}
      <Fold summaryClass={SUMMARY} summary="Why we ask">
        <Inside>
          <p>{ladder.why}</p>
        </Inside>
      </Fold>
      <Vendors answering={answering} ladder={ladder} />
    </div>
  );
}

const SUMMARY = 'min-h-7 py-1';

const Inside = ({ children }: { children: ReactNode }) => (
  <div className="border-line mb-2 border-l-2 py-1 pl-3">{children}</div>
);

/** The statements of the chosen rung and the next one. Before an answer they would pull it, so looking then is one step more, and is kept. */
function Vendors({ answering, ladder }: { answering: Answering; ladder: LadderView }) {
  const { view } = answering;
  const { id } = ladder;
  const content = answering.contentOf(id);
  const asked = view.order === null ? view.assessment.questionnaires : [view.order];
  const names = list(asked.map((model) => VENDORS[model].name));
  const mayLook = answering.isAnswered(id) || content.vendorsSeenFirst || answering.readOnly;
  return (
    <Fold
      id="vendors"
      open={content.vendorsSeenFirst && !answering.isAnswered(id)}
      summaryClass={SUMMARY}
      summary={
        <>
          What {names} {asked.length === 1 ? 'asks' : 'ask'}, in our words{' '}
          <span className="text-quiet">{mayLook ? '' : 'opens when you answered'}</span> <Key name="v" />
        </>
      }
    >
      <Inside>
        {mayLook ? (
          <Statements answering={answering} ladder={ladder} models={asked} />
        ) : (
          <>
            <p className="mb-2">
              Whoever reads first what a level asks tends to answer towards it. If you look now, that is
              written into the answer.
            </p>
            <Button
              type="submit"
              name="go"
              value="look"
              onClick={(event) => {
                event.preventDefault();
                answering.change(id, { vendorsSeenFirst: true });
              }}
            >
              Look before answering
            </Button>
          </>
        )}
      </Inside>
    </Fold>
  );
}

function Statements({
  answering,
  ladder,
  models,
}: {
  answering: Answering;
  ladder: LadderView;
  models: readonly ModelId[];
}) {
  const { choice } = answering.contentOf(ladder.id);
  const rung = choice !== null && 'rung' in choice ? choice.rung : null;
  const shown = ladder.statements.filter(
    (each) => rung === null || each.rung === rung || each.rung === rung + 1,
  );
  if (shown.length === 0)
    return (
      <p>
        {rung === null
          ? 'No statement is tied to this ladder.'
          : `No statement is tied to rung ${rung}${rung === 4 ? '' : ` or ${rung + 1}`} of this ladder.`}
      </p>
    );
  return (
    <div className="space-y-3">
      {models.map((model) => {
        const own = shown.filter((each) => each.model === model);
        return own.length === 0 ? null : (
          <div key={model}>
            <h2 className="text-sm">
              <Vendor id={model} />
            </h2>
            <ul className="space-y-2">
              {own.map((statement) => (
                <li key={statement.id}>
                  <Statement answering={answering} statement={statement} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <p className="text-quiet">In our words, not the vendor’s.</p>
    </div>
  );
}

function Statement({ answering: { view }, statement }: { answering: Answering; statement: TiedStatement }) {
  const { id, model, level, rung, text, advice, stated } = statement;
  const page = statementHref({ base: `/${view.org.slug}/assessments/${view.assessment.id}` }, model, id);
  return (
    <>
      {text}{' '}
      <span className="text-quiet">
        {id} · {level}
        {advice && ' · advice'} · read from rung {rung}
        {stated !== null && <span className="text-ink"> · stated: {stated}</span>}
      </span>{' '}
      {view.alone === null && (
        <Link href={page} className="link whitespace-nowrap">
          holds / does not hold<span className="sr-only">: {id}</span>
        </Link>
      )}
    </>
  );
}
