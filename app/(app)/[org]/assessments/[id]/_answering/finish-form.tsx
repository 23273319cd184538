import { useActionState, type SyntheticEvent } from 'react';
import { FINISHING, HANDING_IN } from '@/lib/domain/finishing-words';
import { plural } from '@/lib/domain/labels';
import { Button } from '../../../../../ui/button';
import { Notice } from '../../../../../ui/notice';
import { finishAction, handInAction } from '../actions';
import type { Answering } from './use-answering';

/** What finishing means, with the buttons that finish or hand in; both wait until every answer is saved. */
export function FinishForm({ answering }: { answering: Answering }) {
  const { view, state, queue } = answering;
  const [finished, finish, finishing] = useActionState(finishAction, {});
  const [handedIn, handIn, handing] = useActionState(handInAction, {});
  const message = finished.message ?? handedIn.message;
  const waitForAnswers = (event: SyntheticEvent): void => {
    if (state.waiting === 0) return;
    event.preventDefault();
    queue.sendNow();
  };
  return (
    <form action={finish} onSubmit={waitForAnswers} className="space-y-3" aria-busy={finishing || handing}>
      <h2 className="text-base">Finish</h2>
      <p>
        {FINISHING} {HANDING_IN}
      </p>
      {message !== undefined && <Notice kind="warn">{message}</Notice>}
      {state.waiting > 0 && (
        <Notice kind="warn">
          {plural(state.waiting, 'answer is', 'answers are')} not saved yet. Finishing waits for that.
        </Notice>
      )}
      <input type="hidden" name="org" value={view.org.slug} />
      <input type="hidden" name="id" value={view.assessment.id} />
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" type="submit" disabled={finishing || handing}>
          Finish the assessment
        </Button>
        <Button type="submit" formAction={handIn} disabled={finishing || handing}>
          Hand in for review
        </Button>
      </div>
    </form>
  );
}
