import 'server-only';
import { assessmentsOfOrg } from '@/db/assessments';
import { clientsOf, type Client } from '@/db/engagements';
import { orgOfId } from '@/db/orgs';
import { roundsOfOrg } from '@/db/rounds';
import { teamsOfOrg } from '@/db/teams';
import type { ActorContext } from '../context';
import { can, roleAt } from '../domain/policy';
import { dayOf } from '../domain/calendar';

/** How far a client is, for who may read all of it. */
export type ClientState = {
  teams: number;
  answering: number;
  inReview: number;
  /** Teams with a finished assessment. */
  finished: number;
  /** The day that the newest finished assessment speaks for. */
  newest: string | null;
  rounds: { title: string; dueOn: string }[];
};

/** `state` is null for who has no access to the whole of the client. */
export type ListedClient = Omit<Client, 'orgId' | 'clientId' | 'createdAt'> & { state: ClientState | null };

/**
 * The clients of the firm, by name, with what the firm notes of each. How a client stands is read in its own name, one by one, and only
 * where this person is a member who may read it; nothing of two clients is ever added up.
 */
export async function listClients(ctx: ActorContext): Promise<ListedClient[]> {
  const clients = await clientsOf(ctx.db, ctx.actor.orgId);
  return Promise.all(
    clients.map(async ({ orgId: _firm, clientId, createdAt: _at, ...client }) => ({
      ...client,
      state: (await mayRead(ctx, clientId)) ? await stateOf(ctx, clientId) : null,
    })),
  );
}

async function mayRead({ db, now, actor: { userId } }: ActorContext, clientId: string): Promise<boolean> {
  const found = await orgOfId(db, clientId, userId, dayOf(now));
  const role = found === undefined ? null : roleAt(found.grants, null);
  return can({ userId, orgId: clientId, role }, 'org.read', { orgId: clientId });
}

async function stateOf({ db }: ActorContext, clientId: string): Promise<ClientState> {
  const [teams, assessments, rounds] = await Promise.all([
    teamsOfOrg(db, clientId),
    assessmentsOfOrg(db, clientId),
    roundsOfOrg(db, clientId),
  ]);
  const parents = new Set(teams.map(({ parentId }) => parentId));
  const there = assessments.filter(({ archivedAt }) => archivedAt === null);
  const finished = there.filter(({ status }) => status === 'finished');
  const days = finished.map(({ assessedOn }) => assessedOn).toSorted();
  return {
    teams: teams.filter(({ id }) => !parents.has(id)).length,
    answering: there.filter(({ status }) => status === 'draft').length,
    inReview: there.filter(({ status }) => status === 'review').length,
    finished: new Set(finished.map(({ teamId }) => teamId)).size,
    newest: days.at(-1) ?? null,
    rounds: rounds.filter(({ closedAt }) => closedAt === null).map(({ title, dueOn }) => ({ title, dueOn })),
  };
}
