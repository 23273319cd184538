'use client';

import type { ListedDomain } from '@/lib/orgs/own-domains';
import { ROLE_WORDS } from '@/lib/domain/policy';
import { DOMAIN_ROLE_NAMES } from '@/lib/domain/vocabulary';
import { ActionForm } from '../../../../ui/action-form';
import { Button } from '../../../../ui/button';
import { CopyText } from '../../../../ui/copy-text';
import { Select, TextField } from '../../../../ui/field';
import { HiddenFields } from '../../../../ui/hidden-fields';
import { addDomainAction, letDomainJoinAction, removeDomainAction, verifyDomainAction } from './actions';

type Props = { org: string; domain: ListedDomain };

/** A domain with what is to be done about it: to show that it is one's own, then to say who joins by it. */
export function DomainRow({ org, domain }: Props) {
  return (
    <li className="border-line space-y-3 border-b py-4 last:border-b-0">
      <div className="flex items-start justify-between gap-6">
        <div className="min-w-0">
          <h3 className="font-medium break-all">{domain.domain}</h3>
          <p className="text-quiet text-sm">{domain.verified ? 'yours' : 'not shown to be yours yet'}</p>
        </div>
        <ActionForm action={removeDomainAction} className="space-y-2">
          {() => (
            <>
              <HiddenFields of={{ org, domain: domain.domain }} />
              <Button type="submit" aria-label={`Remove the domain ${domain.domain}`}>
                Remove
              </Button>
            </>
          )}
        </ActionForm>
      </div>
      {domain.verified ? <JoinForm org={org} domain={domain} /> : <VerifyForm org={org} domain={domain} />}
    </li>
  );
}

function VerifyForm({ org, domain: { domain, record } }: Props) {
  return (
    <ActionForm action={verifyDomainAction} className="max-w-prose space-y-3">
      {() => (
        <>
          <HiddenFields of={{ org, domain }} />
          <p className="text-sm">Publish this TXT record for {domain} in DNS:</p>
          <p className="bg-sunken rounded-md px-3 py-2 text-sm break-all">
            <code>{record}</code>
          </p>
          <div className="flex flex-wrap gap-3">
            <Button kind="primary" type="submit" aria-label={`Check now whether ${domain} has the record`}>
              Check now
            </Button>
            <CopyText text={record}>Copy the record</CopyText>
          </div>
        </>
      )}
    </ActionForm>
  );
}

function JoinForm({ org, domain: { domain, role } }: Props) {
  return (
    <ActionForm action={letDomainJoinAction} className="flex max-w-prose flex-wrap items-end gap-3">
      {({ fields, values }) => (
        <>
          <HiddenFields of={{ org, domain }} />
          <div className="min-w-0 grow">
            <Select
              label="Who has an address there joins"
              name="role"
              id={`role-of-${domain}`}
              defaultValue={values?.['role'] ?? role ?? ''}
              error={fields?.['role']}
            >
              <option value="">only with a role from a group below</option>
              {DOMAIN_ROLE_NAMES.map((name) => (
                <option key={name} value={name}>
                  as {name}: {ROLE_WORDS[name]}
                </option>
              ))}
            </Select>
          </div>
          <Button type="submit" aria-label={`Save how people of ${domain} join`}>
            Save
          </Button>
        </>
      )}
    </ActionForm>
  );
}

export function AddDomainForm({ org }: { org: string }) {
  return (
    <ActionForm action={addDomainAction} className="max-w-xl space-y-4">
      {({ fields, values }) => (
        <>
          <input type="hidden" name="org" value={org} />
          <TextField
            label="Domain of your addresses"
            name="domain"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            hint="Such as example.org. Addresses in its subdomains are of another domain."
            defaultValue={values?.['domain'] ?? ''}
            error={fields?.['domain']}
          />
          <Button type="submit">Add the domain</Button>
        </>
      )}
    </ActionForm>
  );
}
