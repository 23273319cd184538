'use client';

import type { FormState } from '@/lib/action';
import { ActionForm } from '../../../../ui/action-form';
import { Button } from '../../../../ui/button';
import { TextArea, TextField } from '../../../../ui/field';
import { HiddenFields } from '../../../../ui/hidden-fields';
import {
  changeDecisionAction,
  dismissProposalAction,
  makeDecisionAction,
  settleDecisionAction,
} from './actions';

type Said = { title: string; beforeOn: string; waiting: number | null };
type Seen = { org: string; id: string; version: number };

/** A decision of one's own, or of a proposal in one's own words. */
export function MakeForm({
  org,
  source,
  title,
  beforeOn,
}: {
  org: string;
  /** Key of the proposal; empty for one of one's own. */
  source: string;
} & Pick<Said, 'title' | 'beforeOn'>) {
  const own = source === '';
  return (
    <ActionForm action={makeDecisionAction} className="max-w-2xl space-y-4">
      {(state) => (
        <>
          <HiddenFields of={{ org, source }} />
          <Fields
            state={state}
            scope={own ? 'own' : source}
            said={{ title, beforeOn, waiting: own ? 0 : null }}
          />
          <Button type="submit" kind={own ? 'plain' : 'primary'}>
            Put it on the scorecard
          </Button>
        </>
      )}
    </ActionForm>
  );
}

export function ChangeForm({ seen, said }: { seen: Seen; said: Said }) {
  return (
    <ActionForm action={changeDecisionAction} className="max-w-2xl space-y-4">
      {(state) => (
        <>
          <HiddenFields of={seen} />
          <Fields state={state} scope={seen.id} said={said} />
          <Button type="submit">Save</Button>
        </>
      )}
    </ActionForm>
  );
}

function Fields({
  state: { message, fields, values },
  scope,
  said,
}: {
  state: FormState;
  scope: string;
  said: Said;
}) {
  return (
    <>
      {message !== undefined && fields !== undefined && <p className="text-warn text-sm">{message}</p>}
      <TextField
        label="What is to be decided"
        hint="In your words. It is read in shared views too, so name no team."
        name="title"
        id={`title-${scope}`}
        maxLength={200}
        required
        defaultValue={values?.['title'] ?? said.title}
        error={fields?.['title']}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Before"
          hint="empty: no day"
          name="beforeOn"
          id={`before-${scope}`}
          type="date"
          defaultValue={values?.['beforeOn'] ?? said.beforeOn}
          error={fields?.['beforeOn']}
        />
        {said.waiting !== null && (
          <TextField
            label="Teams that wait"
            hint="0: not said"
            name="waiting"
            id={`waiting-${scope}`}
            type="number"
            min={0}
            defaultValue={values?.['waiting'] ?? said.waiting}
            error={fields?.['waiting']}
          />
        )}
      </div>
    </>
  );
}

/** Says what was decided. */
export function SettleForm({ seen, outcome }: { seen: Seen; outcome: string }) {
  return (
    <ActionForm action={settleDecisionAction} className="max-w-2xl space-y-4">
      {({ fields, values }) => (
        <>
          <HiddenFields of={{ ...seen, status: 'decided' }} />
          <TextArea
            label="What was decided"
            name="outcome"
            id={`outcome-${seen.id}`}
            maxLength={4000}
            rows={2}
            defaultValue={values?.['outcome'] ?? outcome}
            error={fields?.['outcome']}
          />
          <Button type="submit">It is decided</Button>
        </>
      )}
    </ActionForm>
  );
}

/** Takes an open decision off the scorecard, or puts a settled one back. */
export function StatusForm({
  seen,
  status,
  title,
}: {
  seen: Seen;
  status: 'open' | 'dismissed';
  title: string;
}) {
  return (
    <ActionForm action={settleDecisionAction} className="inline-block">
      {() => (
        <>
          <HiddenFields of={{ ...seen, status }} />
          <Button type="submit" kind="quiet" className="-mx-4">
            {status === 'open' ? 'Open again' : 'Take it off'}
            <span className="sr-only">: {title}</span>
          </Button>
        </>
      )}
    </ActionForm>
  );
}

export function DismissForm({ org, source, title }: { org: string; source: string; title: string }) {
  return (
    <ActionForm action={dismissProposalAction} className="inline-block">
      {() => (
        <>
          <HiddenFields of={{ org, source }} />
          <Button type="submit" kind="quiet" className="-mx-4">
            Dismiss<span className="sr-only">: {title}</span>
          </Button>
        </>
      )}
    </ActionForm>
  );
}
