import type { Element, ElementContent, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { visit } from "../../markdown/visit.ts";

/** A paragraph, or a figure or heading between paragraphs, as HTML. */
interface Block {
  /** Number of the paragraph; absent for other blocks. */
  readonly number: string | undefined;
  readonly html: string;
}

/**
 * Splits the HTML of a section into its blocks.
 *
 * @param html the section as `SectionBody` renders it
 * @param prefix is added to every id and to fragments that lead to one, where a page has the section twice
 */
export function blocksOf(html: string, prefix = ""): Block[] {
  const tree = fromHtml(html, { fragment: true });
  const body = tree.children.find((node): node is Element => node.type === "element" && hasClass(node, "prose"));
  if (!body) throw new Error("A section was rendered without its text.");
  removePeeks(body);
  let stylesheets: Element[] = [];
  return body.children.filter(isElement).flatMap((block) => {
    // A stylesheet belongs to the block after it.
    if (block.tagName === "link") {
      stylesheets.push(block);
      return [];
    }
    const children = [...stylesheets, block];
    stylesheets = [];
    return {
      number: stringProperty(block, "dataParagraph"),
      html: prefixed({ type: "root", children }, prefix),
    };
  });
}

/**
 * @param html a part of a page
 * @param prefix is added to every id and to fragments that lead to this page
 */
export const withPrefix = (html: string, prefix: string): string =>
  prefixed(fromHtml(html, { fragment: true }), prefix);

function prefixed(tree: Root, prefix: string): string {
  if (prefix)
    visit(tree, "element", ({ properties }) => {
      if (typeof properties["id"] === "string") properties["id"] = prefix + properties["id"];
      const href = properties["href"];
      if (typeof href === "string" && href.startsWith("#")) properties["href"] = `#${prefix}${href.slice(1)}`;
    });
  return toHtml(tree);
}

/** Removes the links to the other language, which is beside the paragraph here. */
function removePeeks(body: Element): void {
  visit(body, "element", (element, index, parent) => {
    if (!("dataPeek" in element.properties) || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
}

const isElement = (node: ElementContent): node is Element => node.type === "element";

const hasClass = ({ properties }: Element, name: string): boolean =>
  Array.isArray(properties["className"]) && properties["className"].includes(name);

function stringProperty({ properties }: Element, name: string): string | undefined {
  const value = properties[name];
  return typeof value === "string" ? value : undefined;
}
