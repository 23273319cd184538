import 'server-only';
import { provisionsOfOrg, type Provision } from '@/db/provisions';
import { newestFinishedScores } from '@/db/scores';
import { teamsOfOrg } from '@/db/teams';
import { thaw } from '../assessments/freeze';
import type { ActorContext } from '../context';
import type { Source } from '../domain/inherited';
import type { Content } from '../domain/schema/content';
import { unitsAbove } from '../domain/team-tree';

/** The capabilities that are answered once for many, where nothing else was chosen. */
export const sharedCapabilities = ({ capabilities }: Pick<Content, 'capabilities'>): string[] =>
  capabilities.filter(({ asked }) => asked === 'organisation').map(({ id }) => id);

/**
 * What a team takes over: the answers of the newest finished assessment of the platform team that it, or the nearest unit above it, was
 * given. `null` where there is none, for the platform team itself, and until that has finished. One step only, so that nothing goes round.
 */
export async function sourceOf(
  ctx: ActorContext,
  teamId: string,
  content: Pick<Content, 'capabilities'>,
): Promise<Source | null> {
  const { db, actor } = ctx;
  const provisions = await provisionsOfOrg(db, actor.orgId);
  if (provisions.length === 0) return null;
  const teams = await teamsOfOrg(db, actor.orgId);
  const given = nearest(provisions, [teamId, ...unitsAbove(teams, teamId).map(({ id }) => id)]);
  const source = teams.find(({ id }) => id === given?.sourceId);
  if (given === undefined || source === undefined || source.id === teamId) return null;
  const newest = (await newestFinishedScores(db, actor.orgId, [source.id])).find(({ place }) => place === 1);
  const kept = newest === undefined ? null : await thaw(ctx, newest.assessment.id);
  if (kept === null) return null;
  const wanted = new Set(given.capabilities ?? sharedCapabilities(content));
  const known = new Set(content.capabilities.map(({ id }) => id));
  const { answers, date } = kept.body.assessment;
  return {
    team: { slug: source.slug, name: source.name },
    date,
    answers: Object.fromEntries(
      Object.entries(answers).filter(([capability]) => wanted.has(capability) && known.has(capability)),
    ),
  };
}

function nearest(provisions: readonly Provision[], path: readonly string[]): Provision | undefined {
  for (const id of path) {
    const found = provisions.find(({ teamId }) => teamId === id);
    if (found !== undefined) return found;
  }
  return undefined;
}
