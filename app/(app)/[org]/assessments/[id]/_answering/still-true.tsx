import type { ReactNode } from 'react';
import type { LadderView } from '@/lib/assessments/questions-view';
import type { AcceptedRung, PreviousAnswer } from '@/lib/assessments/previous-answers';
import { isCurrent } from '@/lib/domain/evidence';
import { dateText } from '@/lib/domain/labels';
import { Button, buttonClass } from '../../../../../ui/button';
import { choiceText, keyOf } from './choice';
import { Key } from './key';
import type { Answering } from './use-answering';

/** The whole ladder folded away under what was said last time, until it is confirmed or changed; `children` are the ladder and its rest. */
export function StillTrue({
  answering,
  ladder,
  posted,
  children,
}: {
  answering: Answering;
  ladder: LadderView;
  posted: boolean;
  children: ReactNode;
}) {
  const { view, readOnly, isAnswered, contentOf } = answering;
  const { id } = ladder;
  const before = view.previous?.answers[id];
  const title = view.previous?.title ?? '';
  if (before === undefined || readOnly) return children;
  if (posted || !answering.asksStill(id))
    return (
      <>
        {!before.same && (
          <p className="border-warn bg-sunken mb-2 rounded-md border-l-4 px-3 py-2 text-sm">
            This ladder was reworded since {title}, so it is asked anew.
          </p>
        )}
        {children}
        <p className="text-quiet mt-2 text-sm">
          {title}: {saidText(before)}
          {isAnswered(id) && keyOf(contentOf(id).choice) === keyOf(before.choice) && ', kept'}
        </p>
      </>
    );
  /** They keep their room, or the first button would move away under a finger when the page comes alive. */
  const waiting = answering.alive ? '' : 'invisible noscript:hidden';
  return (
    <>
      <p className="mb-3 text-base font-medium text-balance sm:text-lg">{ladder.question}</p>
      <LastTime title={title} before={before} on={view.assessment.date} />
      {before.accepted !== null && <Accepted accepted={before.accepted} />}
      <div className="my-4 flex flex-wrap gap-2">
        {before.accepted !== null && (
          <Button className={`min-h-12 ${waiting}`} onClick={() => answering.climbTo(id)}>
            Now rung {before.accepted.rung}
          </Button>
        )}
        <Button
          kind="primary"
          type="submit"
          name="go"
          value="keep"
          data-keep
          className="min-h-12"
          onClick={(event) => {
            event.preventDefault();
            answering.keep(id);
          }}
        >
          Still {choiceWords(before)} <Key name="y" />
        </Button>
        {keyOf(before.choice) !== 'd' && (
          <Button className={`min-h-12 ${waiting}`} onClick={() => answering.choose(id, 'd')}>
            Don’t know <Key name="d" />
          </Button>
        )}
        <details id="rungs" className="group/rungs open:basis-full">
          <summary className={`${buttonClass('plain')} min-h-12 list-none group-open/rungs:mb-4`}>
            <span className="group-open/rungs:hidden">Show all five rungs</span>
            <span className="hidden group-open/rungs:inline">Hide the rungs</span> <Key name="s" />
          </summary>
          {children}
        </details>
      </div>
    </>
  );
}

function LastTime({ title, before, on }: { title: string; before: PreviousAnswer; on: string }) {
  const { by, at, text, note, evidence, choice } = before;
  return (
    <div className="border-border bg-raised space-y-2 rounded-md border px-4 py-3">
      <p className="text-quiet text-sm">
        {title}, {by}, {dateText(at)}
      </p>
      <p>
        <b className="mr-2">{saidText(before)}</b>
        {text ?? ('notApplicable' in choice ? choice.reason : '')}
      </p>
      {note !== null && <p className="text-sm whitespace-pre-line">“{note}”</p>}
      <p className="text-quiet text-sm">
        {evidence.length === 0
          ? 'No evidence'
          : `Evidence: ${evidence.map((each) => (isCurrent(each, on) ? each.title : `${each.title} (lapsed)`)).join(' · ')}`}
      </p>
    </div>
  );
}

/** A step of the plan that is done since, with what shows it. */
function Accepted({ accepted: { rung, text, by, on, evidence } }: { accepted: AcceptedRung }) {
  return (
    <div className="border-accent bg-raised mt-2 space-y-2 rounded-md border border-l-4 px-4 py-3">
      <p className="text-quiet text-sm">
        Since then a step of the plan was done, and {by} accepted it on {dateText(on)}
      </p>
      <p>
        <b className="mr-2">{rung} of 4</b>
        {text}
      </p>
      {evidence.length > 0 && (
        <p className="text-quiet text-sm">Shown: {evidence.map((each) => each.title).join(' · ')}</p>
      )}
    </div>
  );
}

const saidText = ({ choice }: PreviousAnswer): string =>
  'rung' in choice ? `${choice.rung} of 4` : choiceText(choice);

const choiceWords = ({ choice }: PreviousAnswer): string =>
  'rung' in choice ? `rung ${choice.rung}` : choiceText(choice);
