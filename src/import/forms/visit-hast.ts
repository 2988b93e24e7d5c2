import type { Element, Nodes, Parents } from "hast";

/** Tells a visit to leave out what is inside. */
export const SKIP = Symbol("skip");

/** Visits the elements below a node, in order; children that a visit puts in the place of others are visited too. */
export function visit(node: Nodes, visitor: (element: Element, index: number, parent: Parents) => unknown): void {
  if (!("children" in node)) return;
  for (let index = 0; index < node.children.length; index += 1) {
    const child = node.children[index];
    if (child?.type !== "element") continue;
    if (visitor(child, index, node) === SKIP) continue;
    const now = node.children[index];
    if (now?.type === "element") visit(now, visitor);
  }
}

/** Visits the elements below a node with all that they stand in, outermost first. */
export function visitParents(
  node: Nodes,
  visitor: (element: Element, ancestors: readonly Parents[]) => void,
  ancestors: Parents[] = [],
): void {
  if (!("children" in node)) return;
  ancestors.push(node);
  for (const child of [...node.children]) {
    if (child.type !== "element") continue;
    visitor(child, ancestors);
    visitParents(child, visitor, ancestors);
  }
  ancestors.pop();
}
