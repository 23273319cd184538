'use client';

import type { ComponentProps } from 'react';
import { ActionForm } from '../../../../../ui/action-form';
import { Button } from '../../../../../ui/button';
import { AssessmentFields } from '../../../_assessment-fields';
import { startAssessmentAction } from '../actions';

type Props = {
  org: string;
  team: string;
  /** The newest finished assessment of the team, to be asked what of it is still true. */
  last: { id: string; title: string } | null;
} & Omit<ComponentProps<typeof AssessmentFields>, 'state'>;

export function StartForm({ org, team, last, ...fields }: Props) {
  return (
    <ActionForm action={startAssessmentAction}>
      {(state) => (
        <>
          <input type="hidden" name="org" value={org} />
          <input type="hidden" name="team" value={team} />
          {last !== null && <From last={last} chosen={state.values?.['from']} />}
          <AssessmentFields state={state} {...fields} />
          <Button kind="primary" type="submit">
            Start answering
          </Button>
        </>
      )}
    </ActionForm>
  );
}

function From({
  last,
  chosen = last.id,
}: {
  last: { id: string; title: string };
  chosen?: string | undefined;
}) {
  const option = (value: string, words: string, hint: string) => (
    <label className="flex min-h-8 items-start gap-3">
      <input
        type="radio"
        name="from"
        value={value}
        defaultChecked={chosen === value}
        className="accent-accent mt-1 size-4"
      />
      <span>
        {words}
        <span className="text-quiet block text-sm">{hint}</span>
      </span>
    </label>
  );
  return (
    <fieldset className="space-y-2">
      <legend className="mb-1 text-sm font-medium">Begin</legend>
      {option(
        last.id,
        `From ${last.title}: what is still true?`,
        'You see each answer of last time and keep it with one key, or change it. About six minutes.',
      )}
      {option('', 'With nothing', 'Every question anew, about half an hour.')}
    </fieldset>
  );
}
