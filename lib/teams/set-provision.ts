import 'server-only';
import * as z from 'zod';
import { commit } from '@/db/commit';
import { deleteProvision, provisionsOfOrg, upsertProvision } from '@/db/provisions';
import { teamBySlug, teamsOfOrg } from '@/db/teams';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { done, failed, type Result } from '../errors';
import { texts } from '../form-fields';
import { sharedCapabilities } from './source-of';

export const setProvisionInput = z.object({
  org: z.string(),
  team: z.string(),
  /** The address of the platform team; empty to answer all oneself. */
  source: z.string(),
  capabilities: texts,
});

/**
 * Lets a team, or a unit with all teams below it, take the answers to some capabilities from a platform team. Drafts show them at once;
 * what is finished stays as it was.
 */
export async function setProvision(
  ctx: ActorContext,
  input: Omit<z.output<typeof setProvisionInput>, 'org'>,
): Promise<Result<null>> {
  const { db, actor, content } = ctx;
  const { orgId, userId } = actor;
  const team = await teamBySlug(db, orgId, input.team);
  if (team === undefined) return failed('not-found', 'There is no such team.');
  if (input.source === '') {
    await commit(db, (tx) => [
      deleteProvision(tx, { orgId, teamId: team.id }),
      audited(ctx, tx, 'team.provide', team.id, { source: null }),
    ]);
    return done(null);
  }
  const source = await teamBySlug(db, orgId, input.source);
  const refused = (words: string) => failed('invalid', `${words}.`, { fields: { source: words } });
  if (source === undefined) return refused('There is no such team');
  if (source.id === team.id) return refused('A team does not take answers from itself');
  const known = new Set(content.capabilities.map(({ id }) => id));
  const capabilities = input.capabilities.filter((id) => known.has(id));
  if (capabilities.length === 0)
    return failed('invalid', 'Choose what is taken over.', {
      fields: { capabilities: 'choose at least one' },
    });
  const usual = sharedCapabilities(content);
  const asUsual = capabilities.length === usual.length && usual.every((id) => capabilities.includes(id));
  await commit(db, (tx) => [
    upsertProvision(tx, {
      orgId,
      teamId: team.id,
      sourceId: source.id,
      capabilities: asUsual ? null : capabilities,
      createdBy: userId,
      createdAt: ctx.now,
    }),
    audited(ctx, tx, 'team.provide', team.id, { source: source.id, capabilities }),
  ]);
  return done(null);
}

export type ProvisionView = { source: string; capabilities: string[] };

/** What a team or unit was itself given; what it has from a unit above is not its own. */
export async function provisionOfTeam(
  { db, actor, content }: ActorContext,
  slug: string,
): Promise<ProvisionView> {
  const [provisions, teams] = await Promise.all([
    provisionsOfOrg(db, actor.orgId),
    teamsOfOrg(db, actor.orgId),
  ]);
  const team = teams.find((each) => each.slug === slug);
  const own = provisions.find(({ teamId }) => teamId === team?.id);
  return {
    source: teams.find(({ id }) => id === own?.sourceId)?.slug ?? '',
    capabilities: own?.capabilities ?? sharedCapabilities(content),
  };
}
