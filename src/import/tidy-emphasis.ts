import type { Emphasis, Nodes, Parents, PhrasingContent, Root, Strong } from "mdast";
import { append } from "./lists.ts";

type Run = Emphasis | Strong;

const isRun = (node: Nodes | undefined): node is Run => node?.type === "emphasis" || node?.type === "strong";

/**
 * Makes of the runs that a word processor has cut what an author would write: runs set alike that meet are one, none stands
 * within its like, and white space at a run's ends stands outside. Changes no word.
 */
export function tidyEmphasis(tree: Root): void {
  tidy(tree, new Set());
}

function tidy(parent: Parents, within: ReadonlySet<string>): void {
  const children: Nodes[] = [];
  for (const child of parent.children as Nodes[]) {
    if ("children" in child) tidy(child, isRun(child) ? new Set([...within, child.type]) : within);
    for (const one of isRun(child) ? outside(child, within) : [child]) {
      const last = children.at(-1);
      if (isRun(last) && one.type === last.type) append(last.children, (one as Run).children);
      else if (last?.type === "text" && one.type === "text") last.value += one.value;
      else children.push(one);
    }
  }
  (parent as { children: Nodes[] }).children = children;
}

/** What stands in the run's place: the run, with the white space that was at its ends beside it. */
function outside(run: Run, within: ReadonlySet<string>): PhrasingContent[] {
  if (within.has(run.type)) return run.children;
  const [first] = run.children;
  const last = run.children.at(-1);
  const before = first?.type === "text" ? (/^\s+/u.exec(first.value)?.[0] ?? "") : "";
  if (first?.type === "text") first.value = first.value.slice(before.length);
  const after = last?.type === "text" ? (/\s+$/u.exec(last.value)?.[0] ?? "") : "";
  if (last?.type === "text") last.value = last.value.slice(0, last.value.length - after.length);
  run.children = run.children.filter((child) => child.type !== "text" || child.value !== "");
  const space = (value: string): PhrasingContent[] => (value === "" ? [] : [{ type: "text", value }]);
  return [...space(before), ...(run.children.length > 0 ? [run] : []), ...space(after)];
}
