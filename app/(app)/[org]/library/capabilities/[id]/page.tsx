import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { requireMember } from '@/lib/auth/actor';
import { criteriaTiedTo } from '@/lib/domain/criteria';
import type { Step, Tool } from '@/lib/domain/schema/content';
import { RUNG_NAMES, RUNGS, TOOL_PLATFORMS, VENDORS } from '@/lib/domain/vocabulary';
import { daysOf } from '@/lib/domain/steps';
import { Link } from '../../../../../ui/link';
import { Section } from '../../../../../ui/section';
import { rungColour } from '../../../../../ui/rung-badge';

type Props = PageProps<'/[org]/library/capabilities/[id]'>;

async function load({ params }: Props) {
  const { org: slug, id } = await params;
  const { org, ctx } = await requireMember(
    { org: slug, anywhere: true },
    'org.read',
    `/${slug}/library/capabilities/${id}`,
  );
  const capability = ctx.content.capabilities.find((each) => each.id === id);
  if (capability === undefined) notFound();
  return { slug, org, content: ctx.content, capability };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).capability.title };
}

export default async function CapabilityPage(props: Props) {
  const { slug, org, content, capability } = await load(props);
  const base = `/${slug}/library`;
  const domain = content.lifecycle.domains.find(({ id }) => id === capability.domain);
  const role = (id: string) => content.roles.find((each) => each.id === id)?.title ?? id;
  const titleOf = (id: string) => content.capabilities.find((each) => each.id === id)?.title ?? id;
  const terms = content.glossary.filter(({ id }) => capability.words.includes(id));
  const tied = (rung: number) =>
    org.questionnaires.flatMap((model) =>
      criteriaTiedTo(content.models[model], capability.id, rung).map((criterion) => ({ model, criterion })),
    );
  return (
    <>
      <p className="text-quiet text-sm">{domain?.title}</p>
      <h1 className="text-xl">{capability.title}</h1>
      <p className="mt-2 max-w-prose text-lg">{capability.question}</p>
      <p className="text-quiet mt-2 mb-6 max-w-prose">{capability.why}</p>
      <Section title="The ladder" aside="0 absent · 1 by hand · 2 agreed · 3 automatic · 4 governed">
        <ol reversed start={4} className="border-border overflow-hidden rounded-md border">
          {RUNGS.toReversed().map((rung) => (
            <li
              key={rung}
              className="border-border grid border-b last:border-b-0 md:grid-cols-[minmax(0,3fr)_minmax(0,4fr)]"
            >
              <div className="flex">
                <span
                  className={`flex w-10 shrink-0 items-center justify-center font-medium ${rungColour(rung)}`}
                >
                  {rung}
                  <span className="sr-only"> {RUNG_NAMES[rung]}</span>
                </span>
                <p className="px-3 py-2.5">{capability.rungs[rung]?.text}</p>
              </div>
              <ul className="text-quiet px-3 py-2.5 text-sm">
                {tied(rung).map(({ model, criterion }) => (
                  <li key={criterion.id}>
                    <span aria-hidden="true">{VENDORS[model].mark} </span>
                    <Link href={`${base}/models/${model}#${criterion.id}` as Route} className="link">
                      {criterion.id}
                    </Link>{' '}
                    {criterion.text}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
        {capability.notApplicable !== undefined && (
          <p className="mt-3 max-w-prose text-sm">Not applicable when: {capability.notApplicable}</p>
        )}
      </Section>
      <Section title="The climbs">
        <ol className="space-y-4">
          {capability.steps.map((step) => (
            <li key={step.to} className="max-w-3xl">
              <h3 className="text-base">
                {step.to - 1} → {step.to}
                <span className="text-quiet ml-2 text-sm font-normal">
                  {daysOf(step)} person-days (
                  {Object.entries(step.effort)
                    .map(([id, days]) => `${role(id)} ${days}`)
                    .join(', ')}
                  ), at least {step.weeks} {step.weeks === 1 ? 'week' : 'weeks'}
                </span>
              </h3>
              <p>{step.action}</p>
              <p className="text-sm">
                <span className="text-quiet">Now:</span> {step.automation.before}{' '}
                <span className="text-quiet">Then:</span> {step.automation.after}
              </p>
              {step.tools !== undefined && <StepTools tools={step.tools} known={content.tools} />}
              {step.after.length > 0 && (
                <p className="text-quiet text-sm">
                  After:{' '}
                  {step.after.map((part, index) => (
                    <span key={part.capability}>
                      {index > 0 && ', '}
                      <Link href={`${base}/capabilities/${part.capability}` as Route} className="link">
                        {titleOf(part.capability)}
                      </Link>{' '}
                      {part.rung}
                    </span>
                  ))}
                </p>
              )}
            </li>
          ))}
        </ol>
      </Section>
      <Section title="Who, and what to show">
        <dl className="grid max-w-3xl gap-x-8 gap-y-4 sm:grid-cols-[8rem_minmax(0,1fr)]">
          <dt className="font-medium">Led by</dt>
          <dd>
            {capability.roles.lead.map(role).join(', ')}
            {capability.roles.support.length > 0 && (
              <span className="text-quiet">; with {capability.roles.support.map(role).join(', ')}</span>
            )}
          </dd>
          <dt className="font-medium">Evidence</dt>
          <dd>
            <ul className="list-disc pl-5">
              {capability.evidence.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </dd>
          <dt className="font-medium">Words</dt>
          <dd>
            {terms.map(({ id, term, meaning }) => (
              <p key={id}>
                <b>{term}</b> {meaning}
              </p>
            ))}
          </dd>
        </dl>
      </Section>
    </>
  );
}

/** What carries a climb, platform by platform; one that is not there has nothing for it. */
function StepTools({ tools, known }: { tools: NonNullable<Step['tools']>; known: Tool[] }) {
  return (
    <ul className="text-quiet flex flex-wrap gap-x-4 text-sm">
      {Object.entries(tools).map(([platform, ids]) => (
        <li key={platform}>
          {TOOL_PLATFORMS[platform as Tool['platform']]}:{' '}
          {known
            .filter(({ id }) => ids.includes(id))
            .map(({ id, name, url }, index) => (
              <span key={id}>
                {index > 0 && ', '}
                <a href={url} className="link" rel="noreferrer">
                  {name}
                </a>
              </span>
            ))}
        </li>
      ))}
    </ul>
  );
}
