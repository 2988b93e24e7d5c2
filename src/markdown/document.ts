import type { Element, ElementContent, Root as HtmlRoot, Properties } from "hast";
import type { Root } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import { toHast } from "mdast-util-to-hast";
import rehypeSlug from "rehype-slug";
import { blockElement, extensionHandlers } from "./block-elements.ts";
import { copyTree } from "./copy-tree.ts";
import { markDirections } from "./foreign-direction.ts";
import { applyEssay, type SectionContext } from "./remark-essay.ts";
import { markWrittenAddresses } from "./written-addresses.ts";

/** A component in a document: what each output has its own form for, a paragraph with its number, a note's mark. */
export interface DocumentComponent {
  type: "component";
  /** As it is written in MDX: `Paragraph`. */
  name: string;
  properties: Readonly<Record<string, string>>;
  children: DocumentContent[];
}

export type DocumentContent = ElementContent | DocumentComponent;

/**
 * A section's body as a tree, after every transform that depends on the essay as a whole: elements of HTML, and
 * components where an output decides. Pages are made of it, and whatever else needs the text as more than words.
 */
export interface SectionDocument {
  type: "root";
  children: DocumentContent[];
}

declare module "hast" {
  interface ElementContentMap {
    component: DocumentComponent;
  }
  interface RootContentMap {
    component: DocumentComponent;
  }
}

/**
 * @param tree a section's MDX as parsed; it is not changed
 * @param context the section's place in the essay; absent for a page that is no section
 */
export function documentOf(tree: Root, context?: SectionContext): SectionDocument {
  const copy = copyTree(tree);
  if (context) applyEssay(copy, context);
  const document = toHast(copy, {
    handlers: {
      ...extensionHandlers,
      mdxJsxTextElement: (state, node: MdxJsxTextElement) => elementOf(node, state.all(node)),
      mdxJsxFlowElement: (state, node: MdxJsxFlowElement) => elementOf(node, state.all(node)),
      // What is left of these is a comment: the check of the source refuses every other.
      mdxTextExpression: () => undefined,
      mdxFlowExpression: () => undefined,
    },
  }) as HtmlRoot;
  addHeadingIds(document);
  markDirections(document.children as ElementContent[], context?.section.language);
  nameAlignments(document);
  markWrittenAddresses(document);
  // Markdown makes no doctype.
  return document as SectionDocument;
}

const addHeadingIds = rehypeSlug() as (tree: HtmlRoot) => void;

/** MDX makes an inline style of `align`, which the site's policy does not allow. */
function nameAlignments(node: HtmlRoot | Element | DocumentComponent): void {
  for (const child of node.children) {
    if (child.type !== "element" && child.type !== "component") continue;
    nameAlignments(child);
    if (child.type !== "element" || !["td", "th"].includes(child.tagName)) continue;
    const { align, ...properties } = child.properties;
    if (align) child.properties = { ...properties, dataAlign: align };
  }
}

/** A name that begins with a small letter is an element of HTML, as in JSX. */
const isElementName = (name: string): boolean => /^\p{Lowercase}/u.test(name);

function elementOf(
  { name, attributes }: MdxJsxTextElement | MdxJsxFlowElement,
  children: DocumentContent[],
): Element | DocumentComponent {
  const properties: Properties = {};
  for (const attribute of attributes)
    if (attribute.type === "mdxJsxAttribute" && (typeof attribute.value === "string" || attribute.value == null))
      properties[attribute.name === "class" ? "className" : attribute.name] = attribute.value ?? true;
  // A fragment, <>…</>, has no name: an element that shows nothing of its own.
  if (!name || isElementName(name)) return { type: "element", tagName: name || "span", properties, children };
  const block = blockElement(name, properties, children);
  if (block) return block;
  const texts = Object.entries(properties).map(([key, value]) => [key, String(value)]);
  return { type: "component", name, properties: Object.fromEntries(texts), children };
}
