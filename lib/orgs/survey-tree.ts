import type { TreeNode } from '@/db/rollups';

export type SurveyedTeam = TreeNode & { unit: string | null };

/** Who has a score and who could have one, from the tree alone; every list in the order that the nodes came in. */
export type Survey = {
  /** Teams that could have a score: a unit of teams only if it was assessed itself. */
  expected: number;
  /** Right below the organisation. */
  top: (TreeNode & { expected: number })[];
  /** With a score of their own, those of a unit together. */
  scored: SurveyedTeam[];
  waiting: SurveyedTeam[];
};

/** Looks at every node once. */
export function surveyTree(nodes: readonly TreeNode[]): Survey {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const children = new Map<string | null, TreeNode[]>();
  for (const node of nodes) {
    const siblings = children.get(node.parentId);
    if (siblings === undefined) children.set(node.parentId, [node]);
    else siblings.push(node);
  }
  const below = (id: string | null): TreeNode[] => children.get(id) ?? [];
  const ownScores = ({ id, scored }: TreeNode) =>
    scored - below(id).reduce((sum, child) => sum + child.scored, 0);
  const waits = (node: TreeNode) => node.scored === 0 && below(node.id).length === 0;
  const waitingAt = (node: TreeNode): number =>
    waits(node) ? 1 : below(node.id).reduce((sum, child) => sum + waitingAt(child), 0);
  const surveyed = (node: TreeNode): SurveyedTeam => ({
    ...node,
    unit: node.parentId === null ? null : (byId.get(node.parentId)?.name ?? null),
  });
  const top = below(null).map((node) => ({ ...node, expected: node.scored + waitingAt(node) }));
  const order = new Map(nodes.map(({ id }, index) => [id, index]));
  const place = ({ parentId }: TreeNode) => (parentId === null ? -1 : (order.get(parentId) ?? -1));
  return {
    expected: top.reduce((sum, { expected }) => sum + expected, 0),
    top,
    // The sort is stable: within a unit the order stays.
    scored: nodes
      .filter((node) => ownScores(node) > 0)
      .toSorted((a, b) => place(a) - place(b))
      .map(surveyed),
    waiting: nodes.filter(waits).map(surveyed),
  };
}
