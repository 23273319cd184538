import type { FormState } from '@/lib/action';
import { ROLE_WORDS } from '@/lib/domain/policy';
import { ROLE_NAMES, TEAM_ROLE_NAMES, type MemberRole, type TeamRole } from '@/lib/domain/vocabulary';
import { Select, TextField } from '../../../../../ui/field';

export type TeamChoice = { slug: string; path: string };

type Given = { role: MemberRole | null; inTeams: { team: string; role: TeamRole }[]; until: string | null };

/** What somebody may do: a role in the organisation, roles in single teams, and the last day of it. */
export function GrantFields({
  given,
  teams,
  mayMakeOwners,
  state: { fields, values, lists },
}: {
  given: Given;
  teams: readonly TeamChoice[];
  mayMakeOwners: boolean;
  state: FormState;
}) {
  const sent = values?.['team'] === undefined ? lists?.['team'] : [values['team']];
  const sentRoles = values?.['teamRole'] === undefined ? lists?.['teamRole'] : [values['teamRole']];
  const rows = sent?.map((team, row) => ({ team, role: sentRoles?.[row] ?? 'contributor' })) ?? [
    ...given.inTeams,
    { team: '', role: 'contributor' },
  ];
  return (
    <>
      <Select
        label="In the whole organisation"
        name="role"
        defaultValue={values?.['role'] ?? given.role ?? ''}
        error={fields?.['role']}
      >
        <option value="">nothing but what is given for teams below</option>
        {ROLE_NAMES.filter((role) => role !== 'owner' || mayMakeOwners || given.role === 'owner').map(
          (role) => (
            <option key={role} value={role}>
              {role}: {ROLE_WORDS[role]}
            </option>
          ),
        )}
      </Select>
      {teams.length > 0 && (
        <fieldset className="space-y-3">
          <legend className="text-sm font-medium">In one team or unit, with all below it</legend>
          {rows.map((row, place) => (
            <div key={`${row.team}-${place}`} className="grid gap-3 sm:grid-cols-[2fr_1fr]">
              <Select
                label="Team or unit"
                name="team"
                id={`team-${place}`}
                defaultValue={row.team}
                error={place === 0 ? fields?.['team'] : undefined}
              >
                <option value="">none</option>
                {teams.map(({ slug, path }) => (
                  <option key={slug} value={slug}>
                    {path}
                  </option>
                ))}
              </Select>
              <Select label="Role there" name="teamRole" id={`team-role-${place}`} defaultValue={row.role}>
                {TEAM_ROLE_NAMES.map((role) => (
                  <option key={role} value={role}>
                    {role}
                  </option>
                ))}
              </Select>
            </div>
          ))}
        </fieldset>
      )}
      <TextField
        label="Last day of access, if it ends"
        name="until"
        type="date"
        defaultValue={values?.['until'] ?? given.until ?? ''}
        error={fields?.['until']}
      />
    </>
  );
}
