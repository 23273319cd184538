'use client';

import type { ComponentProps, ReactNode } from 'react';
import { ActionForm } from '../../../../ui/action-form';
import {
  archiveAssessmentAction,
  deleteAssessmentAction,
  duplicateAssessmentAction,
  reopenAssessmentAction,
  restoreAssessmentAction,
} from './actions';

type Which = { org: string; team: string; id: string; title: string };

type Menu = Which & {
  finished: boolean;
  archived: boolean;
  /** Reopen, archive or delete it, as its status allows. */
  mayChange: boolean;
};

/** What else can be done with an assessment: again, out of scorecards, or into the bin. */
export function AssessmentMenu({ finished, archived, mayChange, ...which }: Menu) {
  return (
    <details className="relative text-sm">
      <summary className="text-quiet hover:bg-sunken flex min-h-8 min-w-8 list-none items-center justify-center rounded-md">
        <span aria-hidden="true">⋯</span>
        <span className="sr-only">More for {which.title}</span>
      </summary>
      <div className="border-border bg-raised absolute right-0 z-10 w-64 space-y-1 rounded-md border p-1">
        {finished && mayChange && (
          <OneButton which={which} action={reopenAssessmentAction}>
            Reopen as a new version
          </OneButton>
        )}
        <OneButton which={which} action={duplicateAssessmentAction}>
          Duplicate
        </OneButton>
        {finished && mayChange && (
          <OneButton
            which={which}
            action={archiveAssessmentAction}
            fields={<input type="hidden" name="archived" value={archived ? 'no' : 'yes'} />}
          >
            {archived ? 'Count it in scorecards again' : 'Archive: leave it out of scorecards'}
          </OneButton>
        )}
        {mayChange && (
          <OneButton which={which} action={deleteAssessmentAction}>
            Delete: into the bin for 30 days
          </OneButton>
        )}
      </div>
    </details>
  );
}

/** Takes an assessment out of the bin. */
export function Restore({ children, ...which }: Which & { children: ReactNode }) {
  return (
    <OneButton which={which} action={restoreAssessmentAction} form="inline" look="link min-h-6">
      {children}
      <span className="sr-only">: {which.title}</span>
    </OneButton>
  );
}

/** A form of one button that does one thing to one assessment. */
function OneButton({
  which: { org, team, id },
  action,
  form = '',
  look = 'hover:bg-sunken block w-full rounded-sm px-3 py-2 text-left',
  fields,
  children,
}: {
  which: Which;
  action: ComponentProps<typeof ActionForm>['action'];
  form?: string;
  look?: string;
  fields?: ReactNode;
  children: ReactNode;
}) {
  return (
    <ActionForm action={action} className={form}>
      {() => (
        <>
          <input type="hidden" name="org" value={org} />
          <input type="hidden" name="team" value={team} />
          <input type="hidden" name="id" value={id} />
          {fields}
          <button type="submit" className={look}>
            {children}
          </button>
        </>
      )}
    </ActionForm>
  );
}
