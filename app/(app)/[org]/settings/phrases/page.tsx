import type { Metadata } from 'next';
import { requireMember } from '@/lib/auth/actor';
import { plural } from '@/lib/domain/labels';
import { can } from '@/lib/domain/policy';
import { phrasesFor } from '@/lib/phrases/list-phrases';
import { Section } from '../../../../ui/section';
import { SettingsTabs } from '../_tabs';
import { PhraseForm } from './phrase-form';
import { PhraseList } from './phrase-list';

export const metadata: Metadata = { title: 'Phrases' };

/** The organisation's own words for findings, and those of the firms in whose name the person works. */
export default async function PhrasesPage({ params, searchParams }: PageProps<'/[org]/settings/phrases'>) {
  const { org: slug } = await params;
  const { org, ctx } = await requireMember(
    { org: slug, anywhere: true },
    'org.read',
    `/${slug}/settings/phrases`,
  );
  const [{ own, firms }, { edit, saved }] = await Promise.all([phrasesFor(ctx), searchParams]);
  const mayKeep = can(ctx.actor, 'phrase.keep', { orgId: org.id });
  const changing = mayKeep ? own.find(({ id }) => id === edit) : undefined;
  const { capabilities, lifecycle } = ctx.content;
  const choices = lifecycle.domains.map(({ title, capabilities: ids }) => ({
    title,
    capabilities: capabilities.filter(({ id }) => ids.includes(id)).map(({ id, title }) => ({ id, title })),
  }));
  const titles = Object.fromEntries(capabilities.map(({ id, title }) => [id, title]));
  return (
    <>
      <h1 className="mb-4 text-xl">Settings of {org.name}</h1>
      <SettingsTabs org={slug} actor={ctx.actor} current="/phrases" />
      <p className="text-quiet mb-6 max-w-prose text-sm">
        Words to begin a finding with. They are at hand in {org.name}, and in each organisation where a member
        of {org.name} does more than read.
      </p>
      {changing === undefined ? (
        <>
          <Section title="Own phrases" aside={own.length > 0 && plural(own.length, 'phrase')}>
            <PhraseList
              phrases={own}
              titles={titles}
              saved={typeof saved === 'string' ? saved : undefined}
              changeIn={mayKeep ? slug : undefined}
            />
          </Section>
          {mayKeep && (
            <Section title="Add a phrase">
              <PhraseForm org={slug} choices={choices} />
            </Section>
          )}
          {firms.map(({ orgId, name, phrases }) => (
            <Section key={orgId} title={`Of ${name}`} aside="also at hand here, for you">
              <PhraseList phrases={phrases} titles={titles} />
            </Section>
          ))}
        </>
      ) : (
        <Section title="Change a phrase">
          <PhraseForm key={changing.id} org={slug} choices={choices} phrase={changing} />
        </Section>
      )}
    </>
  );
}
