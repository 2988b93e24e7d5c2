/**
 * Copies a tree of plain data: objects, lists and values, as trees of Markdown and HTML are. `structuredClone` writes all
 * out and reads it again, and takes several times as long.
 *
 * @param tree without circles; it is not changed
 */
export function copyTree<Tree>(tree: Tree): Tree {
  if (Array.isArray(tree)) return tree.map(copyTree) as Tree;
  if (typeof tree !== "object" || tree === null) return tree;
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(tree)) copy[key] = copyTree(value);
  return copy as Tree;
}
