'use client';

import type { ListedGroupRole } from '@/lib/orgs/group-roles';
import { ROLE_WORDS } from '@/lib/domain/policy';
import { GROUP_ROLE_NAMES } from '@/lib/domain/vocabulary';
import { ActionForm } from '../../../../ui/action-form';
import { Button } from '../../../../ui/button';
import { Select, TextField } from '../../../../ui/field';
import { HiddenFields } from '../../../../ui/hidden-fields';
import { addGroupRoleAction, removeGroupRoleAction } from './actions';

/** What one group gives, and to how many members at their last sign-in. */
export function GroupRow({
  org,
  group: { id, name, role, place, members },
}: {
  org: string;
  group: ListedGroupRole;
}) {
  return (
    <li className="border-line flex items-start justify-between gap-6 border-b py-3 last:border-b-0">
      <div className="min-w-0">
        <p className="font-medium break-words">{name}</p>
        <p className="text-sm break-words">
          {role} in {place ?? 'the whole organisation'}
          <span className="text-quiet">
            {' '}
            · {members === 0 ? 'nobody' : members}{' '}
            {members === 1 ? 'member has' : members === 0 ? 'has' : 'members have'} it
          </span>
        </p>
      </div>
      <ActionForm action={removeGroupRoleAction} className="space-y-2">
        {() => (
          <>
            <HiddenFields of={{ org, id }} />
            <Button type="submit" aria-label={`Remove the role ${role} of the group ${name}`}>
              Remove
            </Button>
          </>
        )}
      </ActionForm>
    </li>
  );
}

export function AddGroupForm({
  org,
  teams,
}: {
  org: string;
  teams: readonly { slug: string; path: string }[];
}) {
  return (
    <ActionForm action={addGroupRoleAction} className="max-w-xl space-y-4">
      {({ fields, values }) => (
        <>
          <input type="hidden" name="org" value={org} />
          <TextField
            label="Group"
            name="group"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            hint="Exactly as the provider sends it: Entra ID sends the object ID of a group, others its name or path."
            defaultValue={values?.['group'] ?? ''}
            error={fields?.['group']}
          />
          <Select
            label="Role of its people"
            name="role"
            id="group-role"
            defaultValue={values?.['role'] ?? 'viewer'}
            error={fields?.['role']}
          >
            {GROUP_ROLE_NAMES.map((name) => (
              <option key={name} value={name}>
                {name}: {ROLE_WORDS[name]}
              </option>
            ))}
          </Select>
          {teams.length > 0 && (
            <Select
              label="Where"
              name="team"
              id="group-team"
              defaultValue={values?.['team'] ?? ''}
              error={fields?.['team']}
            >
              <option value="">in the whole organisation</option>
              {teams.map(({ slug, path }) => (
                <option key={slug} value={slug}>
                  {path}
                </option>
              ))}
            </Select>
          )}
          <Button type="submit">Add the group</Button>
        </>
      )}
    </ActionForm>
  );
}
