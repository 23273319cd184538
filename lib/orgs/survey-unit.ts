import 'server-only';
import { byName } from '@/db/order';
import { teamTree, type TreeNode } from '@/db/rollups';
import type { ActorContext } from '../context';
import { surveyTree, type Survey } from './survey-tree';

/** The tree of the organisation by name, and what is below a unit of this slug, or below all; `null` where there is no such unit. */
export async function surveyUnit(
  { db, actor }: Pick<ActorContext, 'db' | 'actor'>,
  unit: string | undefined,
): Promise<{ nodes: TreeNode[]; root: TreeNode | null; survey: Survey } | null> {
  const nodes = (await teamTree(db, actor.orgId)).toSorted(byName);
  const root = unit === undefined ? null : nodes.find(({ slug }) => slug === unit);
  return root === undefined ? null : { nodes, root, survey: surveyTree(nodes, root?.id ?? null) };
}
