'use client';

import { ActionForm } from '../../../../../ui/action-form';
import { Button } from '../../../../../ui/button';
import { Select, TextField } from '../../../../../ui/field';
import { HiddenFields } from '../../../../../ui/hidden-fields';
import { acceptStepAction, keepStepAction } from './actions';

type Where = { org: string; team: string; step: string; version: number };

export type StepValues = {
  owner: string;
  status: string;
  dueOn: string;
  ticket: string;
  note: string;
};

/** Who does a step, how far it is, until when, where it is tracked, and what shows that it is done. */
export function StepForm({
  statuses,
  kept,
  ...where
}: Where & { statuses: [id: string, words: string][]; kept: StepValues }) {
  return (
    <ActionForm action={keepStepAction} className="space-y-4">
      {({ message, fields, values }) => (
        <>
          <HiddenFields of={where} />
          {message !== undefined && fields !== undefined && <p className="text-warn text-sm">{message}</p>}
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
            <TextField
              label="Owner"
              hint="a name or an address"
              name="owner"
              maxLength={200}
              defaultValue={values?.['owner'] ?? kept.owner}
              error={fields?.['owner']}
            />
            <Select
              label="Status"
              hint="how far it is"
              name="status"
              defaultValue={values?.['status'] ?? kept.status}
            >
              {statuses.map(([id, words]) => (
                <option key={id} value={id}>
                  {words}
                </option>
              ))}
            </Select>
            <TextField
              label="Due"
              hint="empty: as promised"
              name="dueOn"
              type="date"
              defaultValue={values?.['dueOn'] ?? kept.dueOn}
              error={fields?.['dueOn']}
            />
            <TextField
              label="Ticket"
              hint="its address"
              name="ticket"
              type="url"
              defaultValue={values?.['ticket'] ?? kept.ticket}
              error={fields?.['ticket']}
            />
            <TextField
              label="What shows that it is done"
              name="evidenceTitle"
              maxLength={200}
              defaultValue={values?.['evidenceTitle']}
              error={fields?.['evidenceTitle']}
            />
            <TextField
              label="Its address"
              name="evidenceUrl"
              type="url"
              defaultValue={values?.['evidenceUrl']}
              error={fields?.['evidenceUrl']}
            />
            <div className="sm:col-span-2">
              <TextField
                label="Note"
                name="note"
                maxLength={4000}
                defaultValue={values?.['note'] ?? kept.note}
                error={fields?.['note']}
              />
            </div>
          </div>
          <Button type="submit">Save</Button>
        </>
      )}
    </ActionForm>
  );
}

/** Says that the team stands on the rung that a finished step proposes. */
export function AcceptStep({ rung, title, ...where }: Where & { rung: number; title: string }) {
  return (
    <ActionForm action={acceptStepAction} className="inline-block">
      {() => (
        <>
          <HiddenFields of={where} />
          <Button type="submit" kind="primary">
            Accept rung {rung}
            <span className="sr-only"> of {title}</span>
          </Button>
        </>
      )}
    </ActionForm>
  );
}
