import type { Heading, Root } from "mdast";
import { visit } from "unist-util-visit";

/** An id given by hand at the end of a heading: `## Heading [#permanent-id]`. */
const EXPLICIT_ID = /\s*\[#(?<id>[a-z][a-z0-9-]*)\]\s*$/u;

/** @returns the id that an author gave to a heading, before it is taken out of the text */
export function explicitId(heading: Heading): string | undefined {
  const last = heading.children.at(-1);
  return last?.type === "text" ? EXPLICIT_ID.exec(last.value)?.groups?.["id"] : undefined;
}

/**
 * Takes the id that an author gives to a heading out of its text. A heading without one is left to `rehype-slug`.
 */
export function applyHeadingIds(tree: Root): void {
  visit(tree, "heading", (heading) => {
    const last = heading.children.at(-1);
    const id = explicitId(heading);
    if (!id || last?.type !== "text") return;
    last.value = last.value.replace(EXPLICIT_ID, "");
    heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id } };
  });
}
