import type { LadderView } from '@/lib/assessments/questions-view';
import { LIMITS } from '@/lib/domain/limits';
import { textProblem } from '@/lib/domain/plain-text';
import type { Rung } from '@/lib/domain/vocabulary';
import { inputClass } from '../../../../../ui/field';
import { RungOptions } from '../../../../../ui/rung-options';
import { isChoiceKey } from './choice';
import { Key } from './key';
import { scopeSentence } from './scope';
import type { Answering } from './use-answering';

type Posted = Record<string, string> | undefined;

/** The question with its five rungs and the two answers beside them: one group of native radio buttons. */
export function Ladder({
  answering,
  ladder,
  posted,
  checked,
}: {
  answering: Answering;
  ladder: LadderView;
  posted: Posted;
  /** Whether going on was tried, so that what is missing is said. */
  checked: boolean;
}) {
  const { id } = ladder;
  const postedKey = posted?.['choice'] ?? '';
  const chosen = isChoiceKey(postedKey) ? postedKey : answering.shownKey(id);
  const rung = chosen === null || chosen === 'd' || chosen === 'n' ? null : (Number(chosen) as Rung);
  return (
    <fieldset disabled={answering.readOnly} className="group min-w-0">
      <legend className="mb-1 text-base font-medium text-balance sm:text-lg">{ladder.question}</legend>
      <p className="text-quiet mb-1.5 text-xs lg:mb-2 lg:text-sm">
        <span className="max-sm:hidden">{scopeSentence(answering.view.assessment.scope)} </span>
        <span className="max-sm:hidden">Start at the bottom and climb while the sentence is true. </span>
        <span className="sm:hidden">Start at the bottom; between two, the lower.</span>
        <span className="max-sm:hidden">Between two rungs, take the lower.</span>
      </p>
      <RungOptions
        name="choice"
        rungs={ladder.rungs}
        chosen={rung}
        onChoose={(each) => answering.choose(id, `${each}`)}
      />
      <div className="mt-1 flex flex-wrap gap-x-8">
        <Other answering={answering} id={id} value="d" chosen={chosen === 'd'} words="Don’t know" />
        {ladder.notApplicable !== null && (
          <Other answering={answering} id={id} value="n" chosen={chosen === 'n'} words="Not applicable" />
        )}
        {ladder.notApplicable === null && (
          <p className="text-quiet py-1.5 text-xs">Applies to every team, so it cannot be left out.</p>
        )}
      </div>
      {ladder.notApplicable !== null && (
        <Reason answering={answering} id={id} fact={ladder.notApplicable} posted={posted} checked={checked} />
      )}
    </fieldset>
  );
}

function Other({
  answering,
  id,
  value,
  chosen,
  words,
}: {
  answering: Answering;
  id: string;
  value: 'd' | 'n';
  chosen: boolean;
  words: string;
}) {
  return (
    <label className="has-enabled:hover:bg-sunken flex min-h-8 items-center gap-2.5 rounded-md py-1 pr-3 pl-2.75 text-sm has-checked:font-medium has-enabled:cursor-pointer">
      <input
        type="radio"
        name="choice"
        value={value}
        checked={chosen}
        onChange={() => answering.choose(id, value)}
        className="accent-accent size-4"
      />
      <span>
        {words} <Key name={value} />
      </span>
    </label>
  );
}

/** Shown by the style sheet while *not applicable* is chosen, so that it needs no JavaScript. */
function Reason({
  answering,
  id,
  fact,
  posted,
  checked,
}: {
  answering: Answering;
  id: string;
  fact: string;
  posted: Posted;
  checked: boolean;
}) {
  const { reason, approvedBy, reviewOn } = { ...answering.exclusionOf(id), ...posted };
  const missing =
    checked && reason.trim() === '' ? 'Say why it does not apply, or choose another answer' : null;
  const problem = missing ?? textProblem(reason, LIMITS.reason);
  return (
    <div className="border-border bg-sunken mt-1 hidden space-y-2 rounded-md border p-3 group-has-[input[value=n]:checked]:block">
      <label htmlFor="reason" className="block text-sm font-medium">
        {answering.view.alone === null ? 'Why? It will be in the report.' : 'Why does it not apply?'}
      </label>
      <p id="reason-hint" className="text-quiet text-sm">
        It is meant for: “{fact}”{' '}
        {!answering.readOnly && answering.alive && (
          <button
            type="button"
            className="link min-h-6"
            onClick={() => answering.setExclusion(id, { reason: fact })}
          >
            Use these words
          </button>
        )}
      </p>
      <textarea
        id="reason"
        name="reason"
        rows={2}
        value={reason}
        onChange={(event) => answering.setExclusion(id, { reason: event.target.value })}
        aria-describedby={problem === null ? 'reason-hint' : 'reason-hint reason-problem'}
        aria-invalid={problem !== null}
        className={inputClass}
      />
      {problem !== null && (
        <p id="reason-problem" className="text-warn text-sm">
          {problem}.
        </p>
      )}
      <div className="grid gap-2 sm:grid-cols-2">
        <div className="space-y-1">
          <label htmlFor="approved-by" className="block text-xs font-medium">
            Who agreed, if somebody did
          </label>
          <input
            id="approved-by"
            name="approvedBy"
            maxLength={LIMITS.approver}
            value={approvedBy}
            onChange={(event) => answering.setExclusion(id, { approvedBy: event.target.value })}
            className={inputClass}
          />
        </div>
        <div className="space-y-1">
          <label htmlFor="review-on" className="block text-xs font-medium">
            Look at it again on, if at all
          </label>
          <input
            id="review-on"
            name="reviewOn"
            type="date"
            max="9999-12-31"
            value={reviewOn}
            onChange={(event) => answering.setExclusion(id, { reviewOn: event.target.value })}
            className={inputClass}
          />
        </div>
      </div>
    </div>
  );
}
