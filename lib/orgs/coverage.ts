import 'server-only';
import { byName } from '@/db/order';
import { teamTree } from '@/db/rollups';
import { draftsOf } from '@/db/scores';
import type { ActorContext } from '../context';
import { surveyTree } from './survey-tree';

export type Coverage = {
  /** Teams that could have a score. */
  teams: number;
  finished: number;
  waiting: { slug: string; name: string; unit: string | null; answering: boolean }[];
};

/** Who has not finished yet, and who of them is answering; `null` where there is no such unit. */
export async function coverage(
  { db, actor }: ActorContext,
  unit: string | undefined,
): Promise<Coverage | null> {
  const [tree, drafts] = await Promise.all([teamTree(db, actor.orgId), draftsOf(db, actor.orgId)]);
  const nodes = tree.toSorted(byName);
  const root = unit === undefined ? null : nodes.find(({ slug }) => slug === unit);
  if (root === undefined) return null;
  const { expected, waiting } = surveyTree(nodes, root?.id ?? null);
  const answering = new Set(drafts.map(({ teamId }) => teamId));
  return {
    teams: expected,
    finished: expected - waiting.length,
    waiting: waiting.map(({ id, slug, name, unit: above }) => ({
      ...{ slug, name, unit: above },
      answering: answering.has(id),
    })),
  };
}
