import 'server-only';
import * as z from 'zod';
import type { Org } from '@/db/schema/orgs';
import { sha256 } from '@/db/sha256';
import { brandOf, withoutVersion } from '../brands/brand-of';
import { canonical } from '../domain/content';
import { withoutTeams, type SharedView } from '../domain/shared-view';
import { done, failed, type Result } from '../errors';
import { orgOverview } from '../orgs/org-overview';
import { packed } from '../packed';
import { linkFields } from './link-fields';
import { makeLink, type CreatedShare, type LinkContext } from './make-link';

export const createShareInput = z.object(linkFields);

type ShareContext = LinkContext & { org: Pick<Org, 'name' | 'questionnaires' | 'aims'> };

/** Freezes the scorecard of this moment under a new link. */
export async function createShare(
  ctx: ShareContext,
  wanted: z.output<typeof createShareInput>,
): Promise<Result<CreatedShare>> {
  const view = await viewOfNow(ctx);
  if (view.scorecard.teams === 0)
    return failed('invalid', 'No team has finished an assessment yet, so there is nothing to share.');
  const { name } = ctx.org;
  const made = await makeLink(ctx, wanted, {
    ...{ hash: hashOfView(view), body: packed(view), issueId: null, downloads: null, detail: {} },
    mail: {
      subject: `${name}: ML maturity`,
      before: `${ctx.person.name} shares with you where the machine learning teams of ${name} stand:`,
      after: 'It shows the teams together as they stood when the link was made, and names none of them.',
    },
  });
  return done(made);
}

async function viewOfNow(ctx: ShareContext): Promise<SharedView> {
  const { name, questionnaires, aims } = ctx.org;
  const [{ scorecard, takes }, brand] = await Promise.all([
    orgOverview(ctx, questionnaires, { aims }),
    brandOf(ctx, name),
  ]);
  const { version, hash } = ctx.content.edition;
  return {
    organisation: name,
    frozenAt: ctx.now.toISOString(),
    edition: { version, hash },
    questionnaires,
    scorecard: withoutTeams(scorecard),
    takes,
    brand: withoutVersion(brand),
  };
}

/** Over the canonical JSON, so that it does not depend on the order of keys. */
const hashOfView = (view: SharedView): string => sha256(canonical(view));
