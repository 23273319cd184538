import type { Route } from 'next';
import type { ActorContext } from '@/lib/context';
import { comparisonHeadline } from '@/lib/domain/comparison-view';
import { compareOfTeam } from '@/lib/teams/compare-assessments';
import { Link } from '../../../../ui/link';

/** What a returning person sees first: what changed from the round before to the newest, in two sentences. */
export async function Since({ ctx, org, team }: { ctx: ActorContext; org: string; team: string }) {
  const compared = await compareOfTeam(ctx, team, { from: undefined, to: undefined });
  if (compared === null || compared.comparison === null || compared.from === null || compared.to === null)
    return null;
  const { from, to, comparison } = compared;
  return (
    <section className="mb-6 max-w-prose">
      <h2 className="text-quiet text-sm font-normal">
        What changed from {from.title} to {to.title}
      </h2>
      <p className="text-lg text-pretty">{comparisonHeadline(comparison).join(' ')}</p>
      <p>
        <Link
          href={`/${org}/teams/${team}/compare` as Route}
          className="link inline-flex min-h-8 items-center text-sm"
        >
          What rose, what fell, and why
        </Link>
      </p>
    </section>
  );
}
