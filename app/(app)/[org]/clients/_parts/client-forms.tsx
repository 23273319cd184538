'use client';

import type { FormState } from '@/lib/action';
import type { ListedClient } from '@/lib/clients/list-clients';
import { ENGAGEMENT_STATUSES } from '@/lib/domain/vocabulary';
import { ActionForm } from '../../../../ui/action-form';
import { Button } from '../../../../ui/button';
import { Select, TextField } from '../../../../ui/field';
import { HiddenFields } from '../../../../ui/hidden-fields';
import { addClientAction, changeClientAction } from '../actions';

type Noted = Pick<ListedClient, 'sponsor' | 'scope' | 'startsOn' | 'endsOn' | 'status'>;

const NOTHING: Noted = { sponsor: '', scope: '', startsOn: null, endsOn: null, status: 'planned' };

/** A new client of the firm, or an organisation where one works already. */
export function AddClient({ org, others }: { org: string; others: { slug: string; name: string }[] }) {
  return (
    <ActionForm action={addClientAction} className="max-w-xl space-y-5">
      {(state) => (
        <>
          <input type="hidden" name="org" value={org} />
          <TextField
            label="Name of the client"
            name="name"
            autoComplete="off"
            hint="It becomes an organisation of its own, which you own until you hand it over."
            defaultValue={state.values?.['name']}
            error={state.fields?.['name']}
          />
          {others.length > 0 && (
            <Select
              label="or an organisation where you are a member already"
              name="existing"
              defaultValue={state.values?.['existing'] ?? ''}
              error={state.fields?.['existing']}
            >
              <option value="">none of them</option>
              {others.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </Select>
          )}
          <NoteFields id="new" noted={NOTHING} state={state} />
          <Button kind="primary" type="submit">
            Add the client
          </Button>
        </>
      )}
    </ActionForm>
  );
}

export function ChangeClient({
  org,
  client,
}: {
  org: string;
  client: Noted & { id: string; version: number };
}) {
  return (
    <ActionForm action={changeClientAction} className="max-w-xl space-y-5 pt-3">
      {(state) => (
        <>
          <HiddenFields of={{ org, id: client.id, version: client.version }} />
          <NoteFields id={client.id} noted={client} state={state} />
          <Button type="submit">Save</Button>
        </>
      )}
    </ActionForm>
  );
}

function NoteFields({
  id,
  noted,
  state: { fields, values },
}: {
  id: string;
  noted: Noted;
  state: FormState;
}) {
  return (
    <>
      <TextField
        id={`sponsor-${id}`}
        label="Sponsor"
        name="sponsor"
        autoComplete="off"
        hint="Who asked for it there, such as the CTO."
        defaultValue={values?.['sponsor'] ?? noted.sponsor}
        error={fields?.['sponsor']}
      />
      <TextField
        id={`scope-${id}`}
        label="Scope"
        name="scope"
        autoComplete="off"
        hint="Which teams or units, and what for."
        defaultValue={values?.['scope'] ?? noted.scope}
        error={fields?.['scope']}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          id={`from-${id}`}
          label="First day"
          name="startsOn"
          type="date"
          defaultValue={values?.['startsOn'] ?? noted.startsOn ?? ''}
          error={fields?.['startsOn']}
        />
        <TextField
          id={`to-${id}`}
          label="Last day"
          name="endsOn"
          type="date"
          defaultValue={values?.['endsOn'] ?? noted.endsOn ?? ''}
          error={fields?.['endsOn']}
        />
        <Select
          id={`status-${id}`}
          label="Status"
          name="status"
          defaultValue={values?.['status'] ?? noted.status}
          error={fields?.['status']}
        >
          {ENGAGEMENT_STATUSES.map((status) => (
            <option key={status} value={status}>
              {status}
            </option>
          ))}
        </Select>
      </div>
    </>
  );
}
