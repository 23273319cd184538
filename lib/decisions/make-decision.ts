import 'server-only';
import * as z from 'zod';
import { commit } from '@/db/commit';
import { insertDecision } from '@/db/decisions';
import { isUniqueViolation } from '@/db/errors';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { done, failed, type Result } from '../errors';
import { decisionFields } from './decision-fields';
import { proposalsOfOrg } from './list-decisions';

export const makeDecisionInput = z.object({
  org: z.string(),
  /** Key of the proposal that it is made of; empty for one of somebody's own. */
  source: z.string().max(200).default(''),
  ...decisionFields,
});

export const dismissProposalInput = z.object({ org: z.string(), source: z.string().max(200) });

type Wanted = Omit<z.output<typeof makeDecisionInput>, 'org'>;

const GONE = 'The plans do not propose this any more. Reload to see what they propose now.';
const TAKEN = 'Somebody has made a decision of this proposal, or dismissed it, meanwhile. Reload to see.';

/** Puts a decision before whoever reads the scorecard: one of somebody's own, or what a proposal becomes in their words. */
export async function makeDecision(
  ctx: ActorContext,
  { source, title, beforeOn, waiting }: Wanted,
): Promise<Result<{ id: string }>> {
  if (source === '')
    return keep(ctx, { source: null, title, beforeOn: beforeOn === '' ? null : beforeOn, waiting });
  const { proposals } = await proposalsOfOrg(ctx);
  const proposal = proposals.find(({ key }) => key === source);
  if (proposal === undefined) return failed('conflict', GONE);
  return keep(ctx, {
    ...{ source, title, beforeOn: beforeOn === '' ? null : beforeOn },
    waiting: proposal.teams,
  });
}

/** Says that nothing is to be made of a proposal; it does not come back until somebody opens it again. */
export async function dismissProposal(
  ctx: ActorContext,
  { source }: Pick<z.output<typeof dismissProposalInput>, 'source'>,
): Promise<Result<{ id: string }>> {
  const { proposals } = await proposalsOfOrg(ctx);
  const proposal = proposals.find(({ key }) => key === source);
  if (proposal === undefined) return failed('conflict', GONE);
  const { title, beforeOn, teams } = proposal;
  return keep(ctx, { source, title, beforeOn, waiting: teams }, 'dismissed');
}

type Said = { source: string | null; title: string; beforeOn: string | null; waiting: number };

async function keep(
  ctx: ActorContext,
  said: Said,
  status: 'open' | 'dismissed' = 'open',
): Promise<Result<{ id: string }>> {
  const { db, actor, now, newId } = ctx;
  const id = newId();
  const by = { createdBy: actor.userId, createdAt: now, updatedBy: actor.userId, updatedAt: now };
  const { title, source } = said;
  const kept = await commit(db, (tx) => [
    insertDecision(tx, { id, orgId: actor.orgId, ...said, status, outcome: null, ...by }),
    audited(ctx, tx, status === 'open' ? 'decision.make' : 'decision.dismiss', id, { title, source }),
  ]).then(
    () => true,
    (error: unknown) => {
      if (isUniqueViolation(error)) return false;
      throw error;
    },
  );
  return kept ? done({ id }) : failed('conflict', TAKEN);
}
