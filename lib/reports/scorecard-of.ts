import 'server-only';
import * as z from 'zod';
import type { Membership } from '../auth/enter';
import type { ActorContext } from '../context';
import { done, failed, type Result } from '../errors';
import { overviewAt, type OrgOverview } from '../orgs/org-overview';
import { dayOf } from '../domain/calendar';

export const scorecardInput = z.object({
  org: z.string(),
  /** The unit that it is of; without one it is of the whole organisation. */
  unit: z.string().optional(),
});

export type ScorecardContext = ActorContext & {
  org: Pick<Membership['org'], 'name' | 'questionnaires' | 'aims'>;
};

/** What every download of a scorecard is made of; the page shows the same. */
type ScorecardToTake = {
  overview: OrgOverview;
  unit: string | null;
  /** The day on which it is read. */
  date: string;
  /** For the name of the file. */
  nameParts: string[];
};

/** The scorecard of the organisation, or of one of its units, as it is now. */
export async function scorecardOf(
  ctx: ScorecardContext,
  slug: string | undefined,
): Promise<Result<ScorecardToTake>> {
  const { org } = ctx;
  const overview = await overviewAt(ctx, slug, org.questionnaires, { aims: org.aims });
  if (overview === null) return failed('not-found', 'There is no such unit.');
  const unit = overview.path.at(-1)?.name ?? null;
  const date = dayOf(ctx.now);
  const nameParts = [org.name, ...(unit === null ? [] : [unit]), 'MLOps maturity', date];
  return done({ overview, unit, date, nameParts });
}
