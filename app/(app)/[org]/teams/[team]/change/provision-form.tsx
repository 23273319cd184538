'use client';

import type { ProvisionView } from '@/lib/teams/set-provision';
import { ActionForm } from '../../../../../ui/action-form';
import { Button } from '../../../../../ui/button';
import { chosenIn } from '../../../../../ui/chosen-in';
import { Select } from '../../../../../ui/field';
import type { Unit } from '../../../../../ui/unit-choice';
import { setProvisionAction } from '../../../actions';

type Props = {
  org: string;
  team: string;
  provision: ProvisionView;
  teams: Unit[];
  capabilities: { id: string; title: string }[];
};

/** Which answers come from a platform team, for this team or all below this unit. */
export function ProvisionForm({ org, team, provision, teams, capabilities }: Props) {
  return (
    <ActionForm action={setProvisionAction} className="max-w-md space-y-4">
      {({ fields, values, lists }) => (
        <>
          <input type="hidden" name="org" value={org} />
          <input type="hidden" name="team" value={team} />
          <Select
            label="Answered by"
            name="source"
            defaultValue={values?.['source'] ?? provision.source}
            error={fields?.['source']}
          >
            <option value="">nobody else</option>
            {teams.map(({ slug, path }) => (
              <option key={slug} value={slug}>
                {path}
              </option>
            ))}
          </Select>
          <fieldset>
            <legend className="mb-1 text-sm font-medium">What is taken over</legend>
            {capabilities.map(({ id, title }) => (
              <label key={id} className="flex min-h-8 items-center gap-2 text-sm">
                <input
                  type="checkbox"
                  name="capabilities"
                  value={id}
                  defaultChecked={chosenIn(
                    { values, lists },
                    'capabilities',
                    provision.capabilities,
                  ).includes(id)}
                  className="size-4"
                />
                {title}
              </label>
            ))}
            {fields?.['capabilities'] !== undefined && (
              <p className="text-warn text-sm">{fields['capabilities']}</p>
            )}
          </fieldset>
          <Button type="submit">Save what is taken over</Button>
        </>
      )}
    </ActionForm>
  );
}
