'use client';

import type { Route } from 'next';
import type { Adjustment } from '@/lib/domain/schema/roster';
import { ActionForm } from '../../../../../../ui/action-form';
import { Button, buttonClass } from '../../../../../../ui/button';
import { chosenIn } from '../../../../../../ui/chosen-in';
import { inputClass, TextField } from '../../../../../../ui/field';
import { Link } from '../../../../../../ui/link';
import { adjustStepAction } from '../actions';

type Props = {
  org: string;
  id: string;
  scenario: { id: string; version: number };
  step: { id: string; title: string; effort: { role: string; title: string; days: number }[] };
  adjustment: Adjustment;
  back: Route;
};

/** One step of a scenario: when it may begin, whether it runs already or stays out, and what it takes. */
export function ChangeStep({ org, id, scenario, step, adjustment, back }: Props) {
  return (
    <section id="change" className="bg-sunken border-line mb-6 scroll-mt-4 rounded-md border-l-4 px-4 py-3">
      <h3 className="mb-3 text-base">{step.title}</h3>
      <ActionForm action={adjustStepAction} className="space-y-4">
        {({ fields, values, lists }) => (
          <>
            <input type="hidden" name="org" value={org} />
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="scenario" value={scenario.id} />
            <input type="hidden" name="version" value={scenario.version} />
            <input type="hidden" name="step" value={step.id} />
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField
                label="Not before"
                name="notBefore"
                type="date"
                defaultValue={values?.['notBefore'] ?? adjustment.notBefore}
                error={fields?.['notBefore']}
              />
              <TextField
                label="Leave it out, because"
                hint="empty: it stays in the plan"
                name="excluded"
                maxLength={500}
                defaultValue={values?.['excluded'] ?? adjustment.excluded}
                error={fields?.['excluded']}
              />
            </div>
            <label className="flex min-h-6 items-center gap-2 text-sm">
              <input
                type="checkbox"
                name="inProgress"
                defaultChecked={
                  values === undefined ? adjustment.inProgress === true : 'inProgress' in values
                }
                className="accent-accent size-4"
              />
              It is in progress: it runs from the first week on
            </label>
            <fieldset>
              <legend className="text-sm font-medium">Person-days</legend>
              <div className="mt-1 flex flex-wrap gap-4">
                {step.effort.map(({ role, title, days }, index) => (
                  <label key={role} className="text-sm">
                    {title}
                    <input type="hidden" name="roles" value={role} />
                    <input
                      name="days"
                      inputMode="decimal"
                      defaultValue={
                        chosenIn({ values, lists }, 'days')[index] ?? adjustment.effort?.[role] ?? days
                      }
                      className={`${inputClass} mt-1 w-28`}
                    />
                  </label>
                ))}
              </div>
              {fields?.['days'] !== undefined && <p className="text-warn text-sm">{fields['days']}</p>}
            </fieldset>
            <div className="flex gap-3">
              <Button type="submit">Change the step</Button>
              <Link href={back} className={buttonClass('quiet')}>
                Leave it as it is
              </Link>
            </div>
          </>
        )}
      </ActionForm>
    </section>
  );
}
