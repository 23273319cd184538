import 'server-only';
import { decisionsOf, type Decision } from '@/db/decisions';
import { namesOf } from '@/db/users';
import type { ActorContext } from '../context';
import { newProposals, openFirst } from '../domain/decisions';
import { proposalsOf, waitsFor, type Proposal } from '../domain/decision-proposals';
import { plansBelow, type NamedTeam } from '../plans/plans-below';
import { dayOf } from '../domain/calendar';

export type ListedDecision = Omit<Decision, 'orgId' | 'createdBy' | 'updatedBy'> & {
  /** How many teams wait by now, and which, where the plans say it. */
  teams: number;
  waitingTeams: NamedTeam[];
  /** Who changed it last. */
  by: string;
};

export type ListedProposal = Omit<Proposal, 'teams' | 'waits'> & { teams: NamedTeam[] };

export type Decisions = {
  /** In the order of the scorecard, which shows the first few. */
  open: ListedDecision[];
  /** Decided or dismissed, the newest first. */
  settled: ListedDecision[];
  proposed: ListedProposal[];
};

/** All decisions of the organisation, and what the plans of its teams propose. */
export async function listDecisions(ctx: ActorContext): Promise<Decisions> {
  const { db, actor } = ctx;
  const [rows, { proposals, waiting }] = await Promise.all([
    decisionsOf(db, actor.orgId),
    proposalsOfOrg(ctx),
  ]);
  const [names, waitingFor] = await Promise.all([
    namesOf(db, [...new Set(rows.map(({ updatedBy }) => updatedBy))]),
    waiting(),
  ]);
  const teamsOf = (proposal: string) => waitingFor.get(proposal) ?? [];
  const listed = ({ orgId: _org, createdBy: _by, updatedBy, ...row }: Decision, teams: number) => ({
    ...row,
    teams,
    waitingTeams: row.source === null ? [] : teamsOf(row.source),
    by: names.get(updatedBy) ?? 'somebody',
  });
  return {
    open: openFirst(rows, proposals).map(({ teams, ...row }) => listed(row, teams)),
    settled: rows
      .filter(({ status }) => status !== 'open')
      .toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
      .map((row) => listed(row, row.waiting)),
    proposed: newProposals(proposals, rows).map(({ key, title, beforeOn }) => ({
      ...{ key, title, beforeOn },
      teams: teamsOf(key),
    })),
  };
}

/** What the plans of the organisation's teams propose today, and on asking which of them wait for it, by the key of the proposal. */
export async function proposalsOfOrg(
  ctx: ActorContext,
): Promise<{ proposals: Proposal[]; waiting: () => Promise<Map<string, NamedTeam[]>> }> {
  const found = await plansBelow(ctx, undefined, null);
  if (found === null) return { proposals: [], waiting: () => Promise.resolve(new Map()) };
  const { standing, together, named } = found;
  const today = dayOf(ctx.now);
  const proposals = proposalsOf(ctx.content, together, standing, today);
  return {
    proposals,
    waiting: async () => {
      const teams = await named(proposals.map((proposal) => (own) => waitsFor(proposal, own, today)));
      return new Map(proposals.map(({ key }, index) => [key, teams[index] ?? []]));
    },
  };
}
