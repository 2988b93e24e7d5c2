import type { BlockContent, PhrasingContent } from "mdast";
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";

type Attributes = Readonly<Record<string, string>>;

const toAttributes = (attributes: Attributes): MdxJsxAttribute[] =>
  Object.entries(attributes).map(([name, value]) => ({ type: "mdxJsxAttribute", name, value }));

/** @returns a block component, as MDX parses one */
export const flowElement = (name: string, attributes: Attributes, children: BlockContent[]): MdxJsxFlowElement => ({
  type: "mdxJsxFlowElement",
  name,
  attributes: toAttributes(attributes),
  children,
});

/** @returns an inline component or element, as MDX parses one */
export const textElement = (
  name: string,
  attributes: Attributes,
  children: PhrasingContent[] = [],
): MdxJsxTextElement => ({ type: "mdxJsxTextElement", name, attributes: toAttributes(attributes), children });

/** Adds attributes to a component that an author wrote. */
export function addAttributes(element: MdxJsxFlowElement, attributes: Attributes): void {
  element.attributes.push(...toAttributes(attributes));
}
