import type { Element, Root as HtmlRoot } from "hast";
import type { Heading, Root } from "mdast";
import rehypeSlug from "rehype-slug";
import { plainText } from "./plain-text.ts";
import { visit } from "./visit.ts";

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

const addSlugs = rehypeSlug() as (tree: HtmlRoot) => void;

/**
 * Gives a heading that would have the id of one before it an id of its own: two sections may have headings of the same
 * words, and all stand on one page too. Every other is left to `rehype-slug`.
 *
 * @param tree of a section; is changed
 * @param used the ids that the sections before it have; its own are added
 */
export function tellHeadingsApart(tree: Root, used: Set<string>): void {
  const headings: Heading[] = [];
  visit(tree, "heading", (heading) => {
    headings.push(heading);
  });
  const slugged = headings.map((heading): Element => {
    const id = explicitId(heading);
    const words = { type: "text", value: plainText(heading) } as const;
    return { type: "element", tagName: "h2", properties: id === undefined ? {} : { id }, children: [words] };
  });
  addSlugs({ type: "root", children: slugged });
  for (const [index, { properties }] of slugged.entries()) {
    const heading = headings[index];
    const slug = String(properties["id"]);
    if (!heading || explicitId(heading) !== undefined || !used.has(slug)) {
      used.add(slug);
      continue;
    }
    let id = slug;
    for (let count = 2; used.has(id); count += 1) id = `${slug}-${count}`;
    used.add(id);
    heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id } };
  }
}
