'use client';

import { ActionForm } from '../../../../../../ui/action-form';
import { Button } from '../../../../../../ui/button';
import { TextField } from '../../../../../../ui/field';
import { HiddenFields } from '../../../../../../ui/hidden-fields';
import { choosePlanAction, deleteScenarioAction, saveScenarioAction } from '../actions';

type Where = { org: string; id: string };

/** Keeps what is shown under a name: the scenario it came from, or a new one. */
export function SaveScenario({
  org,
  id,
  input,
  name,
  scenario,
}: Where & { input: string; name: string; scenario: { id: string; version: number } | null }) {
  return (
    <ActionForm action={saveScenarioAction} className="flex flex-wrap items-end gap-3">
      {({ fields, values }) => (
        <>
          <HiddenFields of={{ org, id, input, version: scenario?.version ?? 0 }} />
          <div className="w-64 max-w-full">
            <TextField
              label="Name of this scenario"
              name="name"
              maxLength={200}
              defaultValue={values?.['name'] ?? name}
              error={fields?.['name'] ?? fields?.['input']}
            />
          </div>
          {scenario !== null && (
            <Button type="submit" name="scenario" value={scenario.id}>
              Save
            </Button>
          )}
          <Button type="submit" name="scenario" value="" kind={scenario === null ? 'plain' : 'quiet'}>
            {scenario === null ? 'Save as a scenario' : 'Save as another'}
          </Button>
        </>
      )}
    </ActionForm>
  );
}

export function ChooseScenario({
  org,
  id,
  scenario,
  version,
}: Where & { scenario: string; version: number }) {
  return (
    <ActionForm action={choosePlanAction} className="">
      {() => (
        <>
          <HiddenFields of={{ org, id, scenario, version }} />
          <Button type="submit" kind="primary">
            Make it the plan
          </Button>
        </>
      )}
    </ActionForm>
  );
}

export function DeleteScenario({ org, id, scenario, name }: Where & { scenario: string; name: string }) {
  return (
    <ActionForm action={deleteScenarioAction} className="">
      {() => (
        <>
          <HiddenFields of={{ org, id, scenario }} />
          <Button type="submit" kind="quiet">
            Delete<span className="sr-only"> {name}</span>
          </Button>
        </>
      )}
    </ActionForm>
  );
}
