import type { ElementContent, Root } from "hast";
import type { DocumentComponent, DocumentContent, SectionDocument } from "../markdown/document.ts";

/**
 * What an output makes of a component: nodes that take its place.
 *
 * @param component with its properties
 * @param children its content, rendered
 */
export type ComponentRenderer = (component: DocumentComponent, children: ElementContent[]) => ElementContent[];

/** What an output makes of each component, by its name, and of each element that it writes in its own way, by its tag. */
export interface Renderers {
  readonly components: Readonly<Record<string, ComponentRenderer>>;
  /** Where a link leads. */
  readonly link: (href: string) => string;
  /** Where an image lies that a section has at this address; `undefined` where the form shows none. */
  readonly image: (src: string) => string | undefined;
}

/**
 * @returns the document as HTML in which no component is left
 * @throws where a component has no renderer, so that none of its words is lost silently
 */
export function renderDocument(document: SectionDocument, { components, link, image }: Renderers): Root {
  const all = (children: readonly DocumentContent[]): ElementContent[] => children.flatMap(one);
  const one = (node: DocumentContent): ElementContent[] => {
    if (node.type === "component") {
      const renderer = components[node.name];
      if (!renderer) throw new Error(`Nothing says what becomes of <${node.name}> in this form.`);
      return renderer(node, all(node.children));
    }
    if (node.type !== "element") return [node];
    const { href, src, alt } = node.properties;
    if (node.tagName === "img" && image(String(src)) === undefined)
      return [{ type: "text", value: typeof alt === "string" ? alt : "" }];
    return [
      {
        ...node,
        properties: {
          ...node.properties,
          ...(typeof href === "string" && { href: link(href) }),
          ...(typeof src === "string" && { src: image(src) }),
        },
        children: all(node.children),
      },
    ];
  };
  return { type: "root", children: all(document.children) };
}
