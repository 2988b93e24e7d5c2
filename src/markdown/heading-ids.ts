import type { Root } from "mdast";
import { visit } from "unist-util-visit";

/** An id given by hand at the end of a heading: `## Heading [#permanent-id]`. */
const GIVEN_ID = /\s*\[#(?<id>[a-z][a-z0-9-]*)\]\s*$/u;

/**
 * Takes the id that an author gives to a heading out of its text. A heading without one is left to `rehype-slug`.
 */
export function applyHeadingIds(tree: Root): void {
  visit(tree, "heading", (heading) => {
    const last = heading.children.at(-1);
    if (last?.type !== "text") return;
    const id = GIVEN_ID.exec(last.value)?.groups?.["id"];
    if (!id) return;
    last.value = last.value.replace(GIVEN_ID, "");
    heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id } };
  });
}
