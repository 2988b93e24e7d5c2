import type { Element, ElementContent } from "hast";
import type { Html } from "mdast";
import type { Math as DisplayMath, InlineMath } from "mdast-util-math";
import type { Handlers } from "mdast-util-to-hast";
import { defListHastHandlers } from "remark-definition-list";
import { EPIGRAPH_COMPONENT, TABLE_COMPONENT, VERSE_COMPONENT } from "./frame-blocks.ts";
import { toMathMl } from "./mathematics.ts";
import { BLOCK_COMPONENT } from "./name-blocks.ts";

/** What the nodes become that Markdown's extensions add: MathML, definition lists; comments become nothing. */
export const extensionHandlers: Handlers = {
  ...defListHastHandlers,
  inlineMath: (_state, { value }: InlineMath) => formula(value, false),
  math: (_state, { value }: DisplayMath) => formula(value, true),
  html: (_state, _node: Html) => undefined,
};

/** A formula that cannot be read has been reported before; what is left of it are its own words. */
function formula(tex: string, display: boolean): Element {
  const math = toMathMl(tex, display);
  return "type" in math ? math : element("code", {}, [{ type: "text", value: tex }]);
}

/** An attribution begins with a dash, in an epigraph as in a book. */
const DASH = /^\s*[—―–]/u;

/**
 * @param name of a component that is the same in every output
 * @param properties as its author gave them
 * @returns the elements that it stands for; `undefined` for a component that each output shows in its own way
 */
export function blockElement(
  name: string,
  properties: Readonly<Record<string, unknown>>,
  children: ElementContent[],
): Element | undefined {
  const id = typeof properties["id"] === "string" ? { id: properties["id"] } : {};
  switch (name) {
    case BLOCK_COMPONENT:
      return element("div", { ...id, className: ["block"] }, children);
    case VERSE_COMPONENT:
      return element("div", { ...id, className: ["verse"] }, children);
    case EPIGRAPH_COMPONENT:
      return element("div", { ...id, className: ["epigraph"], role: "doc-epigraph" }, children.map(markAttribution));
    case TABLE_COMPONENT:
      return tableElement(id, children);
    default:
      return undefined;
  }
}

/** A table that is wider than the page is scrolled in its own box, which the keyboard has to reach (WCAG 2.1.1). */
function tableElement(id: { id?: string }, children: ElementContent[]): Element {
  const table = children.find((child) => child.type === "element" && child.tagName === "table");
  const caption = children.find((child) => child.type === "element" && child.tagName === "p");
  if (table?.type !== "element") return element("div", id, children);
  const captioned =
    caption?.type === "element"
      ? { ...table, children: [element("caption", {}, caption.children), ...table.children] }
      : table;
  return element("div", { ...id, className: ["table"], tabIndex: 0 }, [captioned]);
}

function markAttribution(block: ElementContent): ElementContent {
  if (block.type !== "element" || block.tagName !== "p") return block;
  const [first] = block.children;
  return first?.type === "text" && DASH.test(first.value)
    ? { ...block, properties: { ...block.properties, className: ["attribution"] } }
    : block;
}

const element = (tagName: string, properties: Element["properties"], children: ElementContent[]): Element => ({
  type: "element",
  tagName,
  properties,
  children,
});
