import type { Node, Parent } from "unist";
import { EXIT, SKIP, visit as visitByPackage } from "unist-util-visit";

export { SKIP };

type Visitor = (node: Node, index: number | undefined, parent: Parent | undefined) => unknown;

/**
 * Visits nodes of a tree as `unist-util-visit` does, with its types and results. That gives every node a function with a name
 * of its own, for traces of errors: in a long essay, whose trees are visited millions of times, it takes as long as its pages.
 */
export const visit = ((tree: Node, test: unknown, visitor?: unknown, isReverse?: unknown): void => {
  if (typeof test === "function" && visitor === undefined)
    walk(tree, undefined, undefined, () => true, test as Visitor);
  else if (typeof test === "string" && !isReverse)
    walk(tree, undefined, undefined, ({ type }) => type === test, visitor as Visitor);
  else if (isListOfTypes(test) && !isReverse)
    walk(tree, undefined, undefined, ({ type }) => test.includes(type), visitor as Visitor);
  else (visitByPackage as (...all: unknown[]) => void)(tree, test, visitor, isReverse);
}) as typeof visitByPackage;

const isListOfTypes = (test: unknown): test is readonly string[] =>
  Array.isArray(test) && test.every((one) => typeof one === "string");

/** @returns where to go on among the node's siblings; `false` where nothing more is visited, `undefined` for the next */
function walk(
  node: Node,
  index: number | undefined,
  parent: Parent | undefined,
  isMeant: (node: Node) => boolean,
  visitor: Visitor,
): number | false | undefined {
  let next: number | undefined;
  let isSkipped = false;
  if (isMeant(node)) {
    const result = visitor(node, index, parent);
    const [action, sibling] = Array.isArray(result)
      ? result
      : typeof result === "number"
        ? [undefined, result]
        : [result];
    if (action === EXIT) return false;
    isSkipped = action === SKIP;
    if (typeof sibling === "number") next = sibling;
  }
  const { children } = node as Partial<Parent>;
  if (!children || isSkipped) return next;
  let position = 0;
  // A visitor may change the children, and replace their list.
  for (;;) {
    const child = (node as Parent).children[position];
    if (!child) return next;
    const following = walk(child, position, node as Parent, isMeant, visitor);
    if (following === false) return false;
    position = following ?? position + 1;
  }
}
