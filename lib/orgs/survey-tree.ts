import type { TreeNode } from '@/db/rollups';
import { unitsAbove } from '../domain/team-tree';

export type SurveyedTeam = TreeNode & { unit: string | null };

/**
 * Who has a score and who could have one, from the tree alone; every list in the order that the nodes came in. Of a tree in which teams with
 * a score were left out that are not right below the root, `scored` lacks them, and all else is the same.
 */
export type Survey = {
  /** Teams that could have a score: a unit of teams only if it was assessed itself. */
  expected: number;
  /** The units above the root, from the top, and the root itself; none for the organisation. */
  path: TreeNode[];
  /** Right below the root. */
  top: (TreeNode & { expected: number })[];
  /** With a score of their own, those of a unit together. */
  scored: SurveyedTeam[];
  waiting: SurveyedTeam[];
  /** Units of teams below the root without a score of their own, by id: a plan of theirs counts nowhere. */
  uncounted: string[];
};

/** Looks at every node once: of the whole organisation, or of what is below one unit. */
export function surveyTree(nodes: readonly TreeNode[], root: string | null = null): Survey {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const children = new Map<string | null, TreeNode[]>();
  for (const node of nodes) {
    const siblings = children.get(node.parentId);
    if (siblings === undefined) children.set(node.parentId, [node]);
    else siblings.push(node);
  }
  const below = (id: string | null): TreeNode[] => children.get(id) ?? [];
  const ownScores = ({ scored, scoredBelow }: TreeNode) => scored - scoredBelow;
  const waits = (node: TreeNode) => node.scored === 0 && below(node.id).length === 0;
  const waitingAt = (node: TreeNode): number =>
    waits(node) ? 1 : below(node.id).reduce((sum, child) => sum + waitingAt(child), 0);
  const surveyed = (node: TreeNode): SurveyedTeam => ({
    ...node,
    unit: node.parentId === null ? null : (byId.get(node.parentId)?.name ?? null),
  });
  const under = root === null ? nodes : subtree(root, below);
  const above = root === null ? [] : unitsAbove(nodes, root).toReversed();
  const self = root === null ? [] : nodes.filter(({ id }) => id === root);
  const top = below(root).map((node) => ({ ...node, expected: node.scored + waitingAt(node) }));
  const order = new Map(nodes.map(({ id }, index) => [id, index]));
  const place = ({ parentId }: TreeNode) => (parentId === null ? -1 : (order.get(parentId) ?? -1));
  return {
    expected:
      top.reduce((sum, { expected }) => sum + expected, 0) +
      self.reduce((sum, node) => sum + ownScores(node), 0),
    path: [...above, ...self],
    top,
    // The sort is stable: within a unit the order stays.
    scored: [...self, ...under]
      .filter((node) => ownScores(node) > 0)
      .toSorted((a, b) => place(a) - place(b))
      .map(surveyed),
    waiting: under.filter(waits).map(surveyed),
    uncounted: under.filter((node) => !waits(node) && ownScores(node) <= 0).map(({ id }) => id),
  };
}

/** A node and all below it, each once. */
function subtree(root: string, below: (id: string | null) => TreeNode[]): TreeNode[] {
  const found = new Map<string, TreeNode>();
  const visit = (id: string): void => {
    for (const child of below(id)) {
      if (found.has(child.id)) continue;
      found.set(child.id, child);
      visit(child.id);
    }
  };
  visit(root);
  return [...found.values()];
}
