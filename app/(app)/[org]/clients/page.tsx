import type { Metadata, Route } from 'next';
import { requireMember } from '@/lib/auth/actor';
import { listClients, type ClientState, type ListedClient } from '@/lib/clients/list-clients';
import { dateText, plural } from '@/lib/domain/labels';
import { organisationsOf } from '@/lib/orgs/organisations-of';
import { Button } from '../../../ui/button';
import { HiddenFields } from '../../../ui/hidden-fields';
import { Link } from '../../../ui/link';
import { Section } from '../../../ui/section';
import { ServerForm } from '../../../ui/server-form';
import { removeClientAction } from './actions';
import { AddClient, ChangeClient } from './_parts/client-forms';

export const metadata: Metadata = { title: 'Clients' };

/** The clients of a firm, each by itself. */
export default async function ClientsPage({ params }: PageProps<'/[org]/clients'>) {
  const { org: slug } = await params;
  const { org, ctx } = await requireMember({ org: slug }, 'client.manage', `/${slug}/clients`);
  const [clients, all] = await Promise.all([listClients(ctx), organisationsOf(ctx)]);
  const known = new Set([slug, ...clients.map((client) => client.slug)]);
  return (
    <>
      <h1 className="text-xl">Clients of {org.name}</h1>
      <p className="text-quiet mt-1 mb-6 max-w-prose text-sm">
        Each client is an organisation of its own. What you note here stays with {org.name}; how a client
        stands is shown to those who are members there, and nothing of two clients is put together.
      </p>
      {clients.length > 0 && (
        <ul className="mb-8 max-w-3xl">
          {clients.map((client) => (
            <ClientRow key={client.id} org={slug} client={client} />
          ))}
        </ul>
      )}
      <Section title="Add a client">
        <AddClient org={slug} others={all.filter((other) => !known.has(other.slug))} />
      </Section>
    </>
  );
}

function ClientRow({ org, client }: { org: string; client: ListedClient }) {
  const { id, slug, name, sponsor, scope, startsOn, endsOn, status, state } = client;
  const dates = [startsOn, endsOn].map((day) => (day === null ? null : dateText(day)));
  return (
    <li className="border-line border-b py-4 last:border-b-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="text-lg">
          {state === null ? (
            name
          ) : (
            <Link href={`/${slug}` as Route} className="link">
              {name}
            </Link>
          )}
        </h2>
        <p className="text-sm">
          {status}
          {dates[0] !== null && ` · from ${dates[0]}`}
          {dates[1] !== null && ` · until ${dates[1]}`}
        </p>
      </div>
      <p className="text-quiet text-sm break-words">
        {[sponsor === '' ? '' : `Sponsor: ${sponsor}`, scope].filter((part) => part !== '').join(' · ')}
      </p>
      <p className="mt-1 text-sm">
        {state === null ? 'You are no member there, so how it stands is not shown.' : stateText(state)}
      </p>
      <details className="mt-2">
        <summary className="link inline-block min-h-6 cursor-pointer text-sm">
          Change what is noted of {name}
        </summary>
        <ChangeClient org={org} client={client} />
        <ServerForm action={removeClientAction} className="mt-4">
          <HiddenFields of={{ org, id }} />
          <Button type="submit">Take {name} off the list</Button>
        </ServerForm>
      </details>
    </li>
  );
}

function stateText({ teams, answering, inReview, finished, newest, rounds }: ClientState): string {
  const parts = [
    teams === 0 ? 'No team yet' : `${finished} of ${plural(teams, 'team')} finished`,
    ...(answering === 0 ? [] : [`${plural(answering, 'draft')} being answered`]),
    ...(inReview === 0 ? [] : [`${inReview} to look at`]),
    ...(newest === null ? [] : [`newest of ${dateText(newest)}`]),
    ...rounds.map(({ title, dueOn }) => `${title} due ${dateText(dueOn)}`),
  ];
  return parts.join(' · ');
}
