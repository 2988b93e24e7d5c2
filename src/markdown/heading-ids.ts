import type { Heading, Root } from "mdast";
import { visit } from "unist-util-visit";

/** An explicit id at the end of a heading: `## Heading [#permanent-id]`. */
const EXPLICIT_ID = /\s*\[#(?<id>[a-z][a-z0-9-]*)\]\s*$/u;

/** @returns the explicit id of a heading, before `applyHeadingIds` removes it from the text */
export function explicitId(heading: Heading): string | undefined {
  const last = heading.children.at(-1);
  return last?.type === "text" ? EXPLICIT_ID.exec(last.value)?.groups?.["id"] : undefined;
}

/** Moves explicit ids from the text of headings to their `id` attribute. Other headings are left to `rehype-slug`. */
export function applyHeadingIds(tree: Root): void {
  visit(tree, "heading", (heading) => {
    const last = heading.children.at(-1);
    const id = explicitId(heading);
    if (!id || last?.type !== "text") return;
    last.value = last.value.replace(EXPLICIT_ID, "");
    heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id } };
  });
}
