import type { Metadata } from 'next';
import { requireMember } from '@/lib/auth/actor';
import { listDecisions } from '@/lib/decisions/list-decisions';
import { can } from '@/lib/domain/policy';
import { Section } from '../../../../ui/section';
import { DetailHead } from '../_head';
import { MakeForm } from './forms';
import { OpenDecision, Proposed, Settled } from './rows';

export const metadata: Metadata = { title: 'Decisions' };

/** What is wanted from somebody above the teams, what their plans propose, and what was decided. */
export default async function DecisionsPage({
  params,
  searchParams,
}: PageProps<'/[org]/scorecard/decisions'>) {
  const [{ org: slug }, { unit: asked }] = await Promise.all([params, searchParams]);
  const { org, ctx, grants } = await requireMember({ org: slug }, 'org.read', `/${slug}/scorecard/decisions`);
  const { open, proposed, settled } = await listDecisions(ctx);
  const mayDecide = can(ctx.actor, 'decision.make', { orgId: org.id });
  return (
    <>
      <DetailHead
        org={org}
        grants={grants}
        unit={typeof asked === 'string' ? asked : undefined}
        current="decisions"
        title="Decisions"
      />
      <Section title="Wanted" aside={open.length > 5 ? 'the first five are on the scorecard' : undefined}>
        {open.length === 0 ? (
          <p>Nothing is to be decided.</p>
        ) : (
          <ol>
            {open.map((decision) => (
              <OpenDecision key={decision.id} org={slug} mayDecide={mayDecide} decision={decision} />
            ))}
          </ol>
        )}
      </Section>
      <Section
        title="Proposed by the plans"
        aside="what several teams miss, or would do with different tools"
      >
        {proposed.length === 0 ? (
          <p>The plans propose nothing more.</p>
        ) : (
          <ul>
            {proposed.map((proposal) => (
              <Proposed key={proposal.key} org={slug} mayDecide={mayDecide} proposal={proposal} />
            ))}
          </ul>
        )}
      </Section>
      {mayDecide && (
        <Section title="One of your own">
          <MakeForm org={slug} source="" title="" beforeOn="" />
        </Section>
      )}
      {settled.length > 0 && (
        <Section title="Settled" aside="the newest first">
          <ul>
            {settled.map((decision) => (
              <Settled key={decision.id} org={slug} mayDecide={mayDecide} decision={decision} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
