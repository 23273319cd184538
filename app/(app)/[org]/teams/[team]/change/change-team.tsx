'use client';

import { ActionForm } from '../../../../../ui/action-form';
import { Button } from '../../../../../ui/button';
import { TextField } from '../../../../../ui/field';
import { UnitChoice, type Unit } from '../../../../../ui/unit-choice';
import { configureTeamAction, removeTeamAction } from '../../../actions';

type Props = {
  org: string;
  team: { slug: string; name: string };
  parent: string;
  units: Unit[];
  mayGo: boolean;
};

/** Another name or another unit for a team; what was never assessed can be removed. */
export function ChangeTeam({ org, team, parent, units, mayGo }: Props) {
  const which = (
    <>
      <input type="hidden" name="org" value={org} />
      <input type="hidden" name="team" value={team.slug} />
    </>
  );
  return (
    <div className="max-w-md space-y-8">
      <ActionForm action={configureTeamAction}>
        {({ fields, values }) => (
          <>
            {which}
            <TextField
              label="Name"
              name="name"
              required
              defaultValue={values?.['name'] ?? team.name}
              error={fields?.['name']}
            />
            <UnitChoice units={units} chosen={values?.['parent'] ?? parent} error={fields?.['parent']} />
            <Button type="submit">Save name and unit</Button>
          </>
        )}
      </ActionForm>
      {mayGo && (
        <ActionForm action={removeTeamAction}>
          {() => (
            <>
              {which}
              <Button type="submit">Remove this team</Button>
            </>
          )}
        </ActionForm>
      )}
    </div>
  );
}
