'use client';

import type { AnsweringView } from '@/lib/assessments/answering-view';
import { questionsOf } from '@/lib/domain/answering-place';
import { ActionForm } from '../../../../../ui/action-form';
import { Button } from '../../../../../ui/button';
import { HiddenFields } from '../../../../../ui/hidden-fields';
import { AlonePromise } from '../_answering/alone-stops';
import type { Ending } from '../_answering/ending';

/** What somebody who is asked to answer alone reads first: who will see an answer, when, and with a name or not. Beginning is a button. */
export function FirstScreen({ view, begin }: { view: AnsweringView; begin: Ending }) {
  const [first = 'start'] = questionsOf(view.groups);
  return (
    <div className="max-w-prose space-y-4">
      <h1 className="text-xl">
        {view.team.name} · {view.assessment.title}
      </h1>
      <AlonePromise view={view} />
      <ActionForm action={begin.action}>
        {() => (
          <>
            <HiddenFields of={{ ...begin.fields, first }} />
            <Button kind="primary" type="submit" className="min-h-12 min-w-36">
              Begin
            </Button>
          </>
        )}
      </ActionForm>
    </div>
  );
}
