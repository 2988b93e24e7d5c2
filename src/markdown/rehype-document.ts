import type { ElementContent, Root } from "hast";
import type { MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import type { VFile } from "vfile";
import type { DocumentContent, SectionDocument } from "./document.ts";

/** Finds the document of a section's file; `undefined` for a file that is none of the essay's. */
export type DocumentOfFile = (path: string) => SectionDocument | undefined;

/**
 * Puts a section's document in the place of the tree that the MDX compiler has read from the same file: the page shows
 * what the checks, the books and the search have, and every transform is applied in one place.
 */
export function rehypeDocument(documentOfFile: DocumentOfFile) {
  return (tree: Root, file: VFile): void => {
    const document = documentOfFile(file.path);
    if (document) tree.children = document.children.map(toMdx);
  };
}

/** @returns the node as MDX has it: components are JSX elements */
function toMdx(node: DocumentContent): ElementContent {
  if (node.type === "element") return { ...node, children: node.children.map(toMdx) };
  if (node.type !== "component") return node;
  const element: MdxJsxFlowElement = {
    type: "mdxJsxFlowElement",
    name: node.name,
    attributes: Object.entries(node.properties).map(([name, value]) => ({ type: "mdxJsxAttribute", name, value })),
    children: [],
  };
  return { ...element, children: node.children.map(toMdx) } as unknown as ElementContent;
}
